import { randomBytes } from "node:crypto";
import fastify, { type FastifyInstance } from "fastify";
import { guardDoor, type Admission } from "./admission.ts";
import { eventsRoute } from "./events-route.ts";
import { httpLimits, type HttpLimits } from "./http-contract.ts";
import { answerClientError, answerFailures, answerUnknownRoutes, malformedHttp, sendProblem } from "./http-failures.ts";
import type { HttpOptions, RouteRules } from "./http-options.ts";
import { parseJsonBody } from "./json-body.ts";
import { listen } from "./listen.ts";
import { recommendRoute } from "./recommend-route.ts";

export interface HttpServer {
  /** Such as `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Takes no new requests, finishes those in progress, closes every connection. */
  close(): Promise<void>;
}

/**
 * Serves `POST /v1/recommend`, `POST /v1/events`, `GET /health` and `GET /metrics`.
 *
 * @throws {Problem} `serving/port-in-use`, `serving/port-refused`
 */
export async function startHttp(options: HttpOptions): Promise<HttpServer> {
  const rules: RouteRules = { ...options, limits: { ...httpLimits, ...options.limits } };
  const server = createServer(rules.limits);
  answerFailures(server, rules);
  answerUnknownRoutes(server);
  const admission = guardDoor(server, { ...rules, inFlight: rules.limits.inFlight });
  rules.metrics.watchInFlight(() => admission.inFlight());
  recommendRoute(server, rules);
  eventsRoute(server, rules);
  operatorRoutes(server, rules, admission);
  const url = await listen(server, options);
  return { url, close: () => closeGently(server, admission, rules.limits.closeMillis) };
}

function createServer(limits: HttpLimits): FastifyInstance {
  const run = randomBytes(6).toString("base64url");
  let count = 0;
  const server = fastify({
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.arrivalMillis,
    // Node swaps the two when the one for headers is larger, and looks for slow requests only at this interval.
    http: { headersTimeout: limits.arrivalMillis, connectionsCheckingInterval: Math.min(1000, limits.arrivalMillis) },
    return503OnClosing: false,
    exposeHeadRoutes: false,
    genReqId: () => `${run}-${(count++).toString(36)}`,
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false } },
    clientErrorHandler: answerClientError,
    frameworkErrors: (_error, _request, reply) => void sendProblem(reply, malformedHttp()),
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) => {
    done(null, parseJsonBody(body as Buffer, limits.jsonDepth));
  });
  return server;
}

function operatorRoutes(server: FastifyInstance, { handlers, metrics }: RouteRules, admission: Admission): void {
  server.get("/health", (_request, reply) => {
    const health = handlers.health();
    const closing = admission.isClosing();
    const answering = health.status !== "starting" && !closing;
    return reply.code(answering ? 200 : 503).send({ ...health, ...(closing && { status: "closing" }) });
  });
  server.get("/metrics", async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()));
}

async function closeGently(server: FastifyInstance, admission: Admission, closeMillis: number): Promise<void> {
  admission.startClosing();
  const cutting = setTimeout(() => server.server.closeAllConnections(), closeMillis);
  await server.close();
  clearTimeout(cutting);
}
