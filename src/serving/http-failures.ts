import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Problem } from "../kit/problem.ts";
import type { HttpHandlers, HttpLimits, RequestKeys } from "./http-contract.ts";
import type { ServingMetrics } from "./metrics.ts";
import { schemaProblem, type SchemaFinding } from "./recommend-request.ts";

const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

export interface FailureRules {
  readonly keys: RequestKeys;
  readonly limits: HttpLimits;
  readonly handlers: HttpHandlers;
  readonly metrics: ServingMetrics;
}

/** Answers with a Problem, and with whatever else the caller should know. */
export function sendProblem(reply: FastifyReply, problem: Problem, more: object = {}): FastifyReply {
  if (problem.httpStatus === 503) reply.header("retry-after", "1");
  if (problem.httpStatus === 401) reply.header("www-authenticate", "Bearer");
  return reply
    .code(problem.httpStatus)
    .type(PROBLEM_TYPE)
    .send({ problem, ...more });
}

/** Turns every failure into a Problem; a mistake of ours is reported in full and told in one sentence. */
export function answerFailures(server: FastifyInstance, rules: FailureRules): void {
  server.setErrorHandler((error, request, reply) => sendProblem(reply, toProblem(error, request, rules)));
}

/** Says which paths there are, or which methods the path has. */
export function answerUnknownRoutes(server: FastifyInstance): void {
  const routes = new Map<string, string[]>();
  server.addHook("onRoute", ({ url, method }) => {
    routes.set(url, [...(routes.get(url) ?? []), ...[method].flat()]);
  });
  server.setNotFoundHandler((request, reply) => {
    const methods = routes.get(request.url.split("?")[0]!);
    if (!methods) return sendProblem(reply, unknownRoute(request, routes));
    reply.header("allow", methods.join(", "));
    return sendProblem(reply, wrongMethod(request, methods));
  });
}

function toProblem(error: unknown, request: FastifyRequest, rules: FailureRules): Problem {
  if (error instanceof Problem) return error;
  const { validation, code, statusCode } = error as {
    validation?: SchemaFinding[];
    code?: string;
    statusCode?: number;
  };
  if (validation?.[0]) return schemaProblem(validation[0], request.body, rules.keys);
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return bodyTooLarge(rules.limits.bodyBytes);
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return wrongContentType(request);
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return malformedHttp();
  rules.metrics.countUnexpected();
  rules.handlers.report(error, { requestId: request.id, route: request.url.split("?")[0]! });
  return unexpected();
}

/** For what breaks before there is a request to answer: bytes that are not HTTP, or that never end. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const problem = connectionProblem(error.code);
  const body = JSON.stringify({ problem });
  socket.end(
    `HTTP/1.1 ${problem.httpStatus} ${STATUS_CODES[problem.httpStatus]}\r\ncontent-type: ${PROBLEM_TYPE}\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

function connectionProblem(code: string | undefined): Problem {
  if (code === "HPE_HEADER_OVERFLOW") {
    return new Problem({
      code: "serving/headers-too-large",
      found: "The headers are larger than 16 kB.",
      fix: "send fewer or shorter headers and a shorter URL",
    });
  }
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") {
    return new Problem({
      code: "serving/slow-request",
      found: "The request did not arrive completely in the allowed time.",
      fix: "send all of it at once",
    });
  }
  return malformedHttp();
}

export function malformedHttp(): Problem {
  return new Problem({
    code: "serving/malformed-http",
    found: "What arrived is not a readable HTTP request.",
    fix: "see that URL, headers and content-length are well formed, and that the port is not meant for TLS",
  });
}

export function unexpected(): Problem {
  return new Problem({
    code: "serving/unexpected",
    found: "A mistake of ours stopped this request.",
    fix: "send it again; if it fails again, tell the operator the time and what was sent",
  });
}

function bodyTooLarge(limit: number): Problem {
  return new Problem({
    code: "serving/body-too-large",
    found: `The body is larger than ${limit} bytes.`,
    fix: "send less at once, such as fewer events per batch",
  });
}

function wrongContentType(request: FastifyRequest): Problem {
  const type = request.headers["content-type"];
  return new Problem({
    code: "serving/wrong-content-type",
    found: type ? `The body is sent as \`${type.slice(0, 60)}\`.` : "The body is sent without a content type.",
    fix: "send the header `content-type: application/json`",
  });
}

function unknownRoute(request: FastifyRequest, routes: ReadonlyMap<string, string[]>): Problem {
  const known = [...routes].map(([url, methods]) => `${methods[0]} ${url}`);
  return new Problem({
    code: "serving/unknown-route",
    found: `There is no path \`${request.url.slice(0, 60)}\`.`,
    fix: `ask for one of: ${known.join(", ")}`,
  });
}

function wrongMethod(request: FastifyRequest, methods: readonly string[]): Problem {
  return new Problem({
    code: "serving/wrong-method",
    found: `\`${request.url.split("?")[0]}\` does not take ${request.method}.`,
    fix: `use ${methods.join(" or ")}`,
  });
}
