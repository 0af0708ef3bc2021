import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Event } from "../data/event.ts";
import { Problem } from "../kit/problem.ts";
import { readEvents, type ReadEvent } from "./event-request.ts";
import type { EventOutcome } from "./http-contract.ts";
import { sendProblem } from "./http-failures.ts";
import type { RouteRules } from "./http-options.ts";

/** Body of an answer of `POST /v1/events`. */
export interface EventsAnswer {
  /** Ids of events that are durable now. */
  readonly accepted: readonly string[];
  /** Ids of events that were durable before. */
  readonly duplicates: readonly string[];
  readonly refused: readonly { readonly index: number; readonly id?: string; readonly problem: Problem }[];
}

/** `POST /v1/events`: acknowledges what is durable, and nothing else. */
export function eventsRoute(server: FastifyInstance, rules: RouteRules): void {
  server.post("/v1/events", (request, reply) => takeEvents(request, reply, rules));
}

async function takeEvents(request: FastifyRequest, reply: FastifyReply, rules: RouteRules): Promise<unknown> {
  try {
    const answer = await acknowledge(request, rules);
    countEvents(answer, rules);
    const first = answer.refused[0];
    if (!first || answer.accepted.length + answer.duplicates.length > 0) return answer;
    return sendProblem(reply, first.problem, answer);
  } finally {
    request.leave();
  }
}

async function acknowledge(request: FastifyRequest, rules: RouteRules): Promise<EventsAnswer> {
  const { keys, limits, clock } = rules;
  const read = readEvents(request.body, { keys, limits, nowMillis: clock.nowMillis() });
  const readable = read.flatMap((each) => ("event" in each ? [each.event] : []));
  const outcomes = readable.length === 0 ? [] : await append(readable, request, rules);
  return toAnswer(read, outcomes);
}

async function append(
  events: readonly Event[],
  request: FastifyRequest,
  { handlers }: RouteRules,
): Promise<readonly EventOutcome[]> {
  try {
    return await handlers.appendEvents(events);
  } catch (error) {
    handlers.report(error, { requestId: request.id, route: "/v1/events" });
    throw error instanceof Problem ? error : notDurable();
  }
}

function toAnswer(read: readonly ReadEvent[], outcomes: readonly EventOutcome[]): EventsAnswer {
  const answer = {
    accepted: [] as string[],
    duplicates: [] as string[],
    refused: [] as EventsAnswer["refused"][number][],
  };
  let next = 0;
  read.forEach((each, index) => {
    const outcome = "event" in each ? outcomes[next++]! : each.problem;
    if (outcome === "accepted") answer.accepted.push(each.id!);
    else if (outcome === "duplicate") answer.duplicates.push(each.id!);
    else answer.refused.push({ index, ...(each.id !== undefined && { id: each.id }), problem: outcome });
  });
  return answer;
}

function countEvents(answer: EventsAnswer, { metrics }: RouteRules): void {
  metrics.countEvents("accepted", answer.accepted.length);
  metrics.countEvents("duplicate", answer.duplicates.length);
  metrics.countEvents("refused", answer.refused.length);
}

function notDurable(): Problem {
  return new Problem({
    code: "serving/events-not-durable",
    found: "The events could not be written durably; none of them was acknowledged.",
    fix: "send the same events again after the seconds in Retry-After; their ids make that harmless",
  });
}
