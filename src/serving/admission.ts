import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Clock } from "../kit/clock.ts";
import { Problem } from "../kit/problem.ts";
import type { Outcome, ServingMetrics } from "./metrics.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** On the clock's elapsed scale. */
    startedMillis: number;
    /** Set where the status alone does not tell what became of the request. */
    outcome: Outcome | undefined;
    /** Gives back the place among the requests in progress; harmless when called again. */
    leave: () => void;
  }
}

export interface AdmissionRules {
  readonly inFlight: number;
  readonly token?: string | undefined;
  readonly clock: Clock;
  readonly metrics: ServingMetrics;
}

export interface Admission {
  inFlight(): number;
  /** From now on new requests get 503; those in progress go on. */
  startClosing(): void;
  isClosing(): boolean;
}

/** Decides at the door, before a body is read, whether a request may come in, and times those that come. */
export function guardDoor(server: FastifyInstance, rules: AdmissionRules): Admission {
  let inFlight = 0;
  let closing = false;
  server.decorateRequest("startedMillis", 0);
  server.decorateRequest("outcome", undefined);
  server.decorateRequest("leave", nothing);
  server.addHook("onRequest", (request, reply, done) => {
    request.startedMillis = rules.clock.elapsedMillis();
    const refusal = refuse(request, rules, closing, inFlight);
    if (refusal) return done(refusal);
    if (isWork(request)) {
      inFlight++;
      request.leave = once(() => void inFlight--);
      // A caller may hang up while its body is still on the way; its handler then never runs.
      reply.raw.once("close", () => request.body === undefined && request.leave());
    }
    done();
  });
  server.addHook("onSend", (_request, reply, payload, done) => {
    if (closing) reply.header("connection", "close");
    done(null, payload);
  });
  server.addHook("onResponse", (request, reply, done) => {
    request.leave();
    observe(request, reply, rules);
    done();
  });
  return { inFlight: () => inFlight, startClosing: () => void (closing = true), isClosing: () => closing };
}

const nothing = () => {};

function once(act: () => void): () => void {
  let open = true;
  return () => {
    if (open) act();
    open = false;
  };
}

/** Health and metrics stay readable under overload: they are how one sees it. */
const isWork = (request: FastifyRequest): boolean => request.url.startsWith("/v1/");

function refuse(request: FastifyRequest, rules: AdmissionRules, closing: boolean, inFlight: number) {
  if (!isWork(request)) return undefined;
  if (rules.token !== undefined && !carries(request, rules.token)) return unauthorized();
  if (closing) return shed(request, closingDown());
  if (inFlight >= rules.inFlight) return shed(request, overloaded(inFlight));
  return undefined;
}

function shed(request: FastifyRequest, problem: Problem): Problem {
  request.outcome = "shed";
  return problem;
}

/** Compares digests, so that the time it takes tells nothing about the token. */
function carries(request: FastifyRequest, token: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(request.headers.authorization ?? ""), digest(`Bearer ${token}`));
}

function observe(request: FastifyRequest, reply: FastifyReply, { metrics, clock }: AdmissionRules): void {
  const route = request.is404 ? "other" : (request.routeOptions.url ?? "other");
  const outcome = request.outcome ?? outcomeOf(reply.statusCode);
  metrics.observeRequest(route, outcome, clock.elapsedMillis() - request.startedMillis);
}

function outcomeOf(status: number): Outcome {
  if (status < 400) return "ok";
  return status < 500 ? "refused" : "failed";
}

function overloaded(inFlight: number): Problem {
  return new Problem({
    code: "serving/overloaded",
    found: `${inFlight} requests are in progress, as many as allowed.`,
    fix: "send it again after the seconds in Retry-After",
  });
}

function closingDown(): Problem {
  return new Problem({
    code: "serving/closing",
    found: "The server is shutting down.",
    fix: "send it to another server, or again after the seconds in Retry-After",
  });
}

function unauthorized(): Problem {
  return new Problem({
    code: "serving/unauthorized",
    found: "The request carries no valid token.",
    fix: "send the header `authorization: Bearer <token>`",
  });
}
