import type { FastifyInstance, FastifyRequest } from "fastify";
import { Problem } from "../kit/problem.ts";
import type { RecommendAnswer, RecommendRequest } from "./http-contract.ts";
import { unexpected } from "./http-failures.ts";
import type { RouteRules } from "./http-options.ts";
import { recommendSchema, toRecommendRequest } from "./recommend-request.ts";

/** `POST /v1/recommend`: answers with items, by a fallback where it must, and says so. */
export function recommendRoute(server: FastifyInstance, rules: RouteRules): void {
  const schema = { body: recommendSchema(rules.keys) };
  server.post("/v1/recommend", { schema }, (request) => recommend(request, rules));
}

async function recommend(request: FastifyRequest, rules: RouteRules): Promise<object> {
  const asked = toRecommendRequest(request.body as Record<string, unknown>, rules.keys);
  try {
    const answer = await answerOf(asked, request, rules);
    if (answer.fallback) request.outcome = "fallback";
    return { requestId: request.id, ...answer, fallback: noteOf(answer.fallback) };
  } finally {
    request.leave();
  }
}

/** Only what the contract names: the whole note also carries the error itself. */
function noteOf(fallback: RecommendAnswer["fallback"]) {
  return fallback ? { name: fallback.name, step: fallback.step, because: fallback.because } : false;
}

async function answerOf(asked: RecommendRequest, request: FastifyRequest, rules: RouteRules): Promise<RecommendAnswer> {
  const { handlers, metrics } = rules;
  try {
    return await handlers.recommend(asked, { requestId: request.id, startedMillis: request.startedMillis });
  } catch (error) {
    if (error instanceof Problem && error.httpStatus < 500) throw error;
    metrics.countUnexpected();
    handlers.report(error, { requestId: request.id, route: "/v1/recommend" });
    if (!handlers.lastResort) throw error instanceof Problem ? error : unexpected();
    const because = "A mistake of ours stopped the request path.";
    return { fallback: { name: "last resort", step: "request path", because }, ...handlers.lastResort(asked) };
  }
}
