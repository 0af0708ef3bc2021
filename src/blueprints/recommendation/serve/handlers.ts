import type { Event } from "../../../data/event.ts";
import type { EventLog } from "../../../data/event-log.ts";
import { Problem } from "../../../kit/problem.ts";
import type { Decision } from "../../../serving/decision.ts";
import type { DecisionLog } from "../../../serving/decision-log.ts";
import type {
  EventOutcome,
  Health,
  HttpHandlers,
  RecommendAnswer,
  RecommendRequest,
  RequestContext,
  RequestKeys,
} from "../../../serving/http-contract.ts";
import type { ServingMetrics } from "../../../serving/metrics.ts";
import { runPath, type PathResult, type RequestPath } from "../../../serving/path.ts";
import { featureVectors, showPopular, startState, type Live, type RecommendState } from "./request-path.ts";
import type { ServeInit } from "./messages.ts";

export interface HandlerParts {
  readonly live: Live;
  /** The path may be exchanged while requests run, to inject faults. */
  readonly current: { path: RequestPath<RecommendState> };
  readonly decisions: DecisionLog;
  readonly eventLog: EventLog;
  readonly metrics: ServingMetrics;
  readonly release: ServeInit["release"];
  readonly notice: (text: string) => void;
}

const mostShown = 100;

export function recommendHandlers(parts: HandlerParts): { handlers: HttpHandlers; keys: RequestKeys } {
  const versions = { model: parts.release.version, data: parts.release.dataVersion.slice(0, 12) };
  const handlers: HttpHandlers = {
    recommend: (request, context) => recommend(parts, versions, request, context),
    lastResort: (request) => lastResort(parts, versions, request),
    appendEvents: (events) => appendEvents(parts, events),
    health: () => health(parts, versions),
    report: (error, where) =>
      parts.notice(
        `a mistake of ours at ${where.route} (${where.requestId}): ${error instanceof Error ? error.message : String(error)}`,
      ),
  };
  return { handlers, keys: requestKeys(parts.live) };
}

function requestKeys({ plan }: Live): RequestKeys {
  const events = plan.sources.filter(({ definition }) => definition.kind === "events");
  return {
    entities: [plan.forWhom],
    defaultCount: 10,
    maxCount: mostShown,
    extras: {
      explainItems: { type: "array", items: { type: "string", minLength: 1, maxLength: 200 }, maxItems: mostShown },
    },
    sources: Object.fromEntries(
      events.map(({ definition }) => [
        definition.name,
        { entities: Object.keys(definition.entities), values: [...(definition.columns ?? [])] },
      ]),
    ),
  };
}

async function recommend(
  parts: HandlerParts,
  versions: Record<string, string>,
  request: RecommendRequest,
  context: RequestContext,
): Promise<RecommendAnswer> {
  const { live, metrics, decisions, current } = parts;
  const { plan, clock } = live;
  const who = request.entities[plan.forWhom]!;
  const result = await runPath(current.path, startState(who, request.count, clock.nowMillis()), {
    clock,
    startedMillis: context.startedMillis,
  });
  metrics.observePath(result);
  decisions.append(decisionOf(parts, versions, request, context, result));
  return {
    requestId: context.requestId,
    items: result.state.shown.map(({ id, position }) => ({ [plan.what]: id, position })),
    versions,
    asOf: new Date(result.state.atMillis).toISOString(),
    fallback: result.fallback && {
      name: result.fallback.name,
      step: result.fallback.step,
      because: result.fallback.because,
    },
    ...(request.explain && {
      timings: result.timings.map(({ step, millis }) => ({ step, millis: round(millis) })),
      explained: explain(
        live,
        who,
        result.state.shown.map(({ id }) => id),
      ),
    }),
    ...(Array.isArray(request.extras["explainItems"]) && {
      explained: explain(live, who, request.extras["explainItems"] as string[]),
    }),
  };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** The features of items as the ranker would see them now; missing values are null. */
function explain(live: Live, who: string, items: readonly string[]): Readonly<Record<string, unknown>>[] {
  const width = live.plan.features.length;
  const vectors = featureVectors(live, who, live.clock.nowMillis(), items);
  return items.map((item, row) => ({
    [live.plan.what]: item,
    features: Object.fromEntries(
      live.plan.features.map(({ name }, i) => [name, presentOrNull(vectors[row * width + i]!)]),
    ),
  }));
}

const presentOrNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

function decisionOf(
  { live }: HandlerParts,
  versions: Record<string, string>,
  request: RecommendRequest,
  context: RequestContext,
  { state, fallback, timings, totalMillis }: PathResult<RecommendState>,
): Decision {
  return {
    requestId: context.requestId,
    timeMillis: state.atMillis,
    arm: "all",
    request: { ...request.entities, count: request.count },
    candidates: state.candidates,
    sources: state.sources,
    features:
      state.vectors.length > 0
        ? { names: live.plan.features.map(({ name }) => name), values: state.vectors }
        : { absent: "the path ended before features were read" },
    scores: state.scores,
    shown: state.shown,
    versions,
    fallback,
    timings,
    totalMillis,
  };
}

function lastResort(
  { live }: HandlerParts,
  versions: Record<string, string>,
  request: RecommendRequest,
): RecommendAnswer {
  const state = startState(request.entities[live.plan.forWhom]!, request.count, live.clock.nowMillis());
  showPopular(live, state);
  return {
    items: state.shown.map(({ id, position }) => ({ [live.plan.what]: id, position })),
    versions,
    fallback: { name: live.plan.baseline.name, step: "request", because: "The request failed unexpectedly." },
  };
}

/**
 * What an event needs to become durable, at most. It counts as known only after that, so that a decision made meanwhile
 * and its replay agree on what was known.
 */
const commitMillis = 250;

/**
 * Checked, then durable, then visible: an acknowledged event survives, and the next request sees it. Where the disk took
 * longer, the event is known from now on, and the log says so before it is acknowledged.
 */
async function appendEvents({ live, eventLog }: HandlerParts, received: readonly Event[]): Promise<EventOutcome[]> {
  const events = received.map((event) => ({ ...event, knownMillis: event.knownMillis + commitMillis }));
  const refused = events.map((event) => refusal(live, event));
  const sound = events.filter((_, i) => !refused[i]);
  const fresh = new Set(await eventLog.append(sound));
  const soonest = live.clock.nowMillis() + 1;
  const late = [...fresh].filter(({ knownMillis }) => knownMillis < soonest);
  const seen = [...fresh].map((event) => (event.knownMillis < soonest ? { ...event, knownMillis: soonest } : event));
  live.features.append(seen);
  live.history.append(seen);
  if (late.length > 0) await eventLog.knownLater(late.map((event) => ({ ...event, knownMillis: soonest })));
  return events.map((event, i) => refused[i] ?? (fresh.has(event) ? "accepted" : "duplicate"));
}

function refusal({ features }: Live, event: Event): Problem | undefined {
  try {
    features.check([event]);
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function health({ live, release, decisions }: HandlerParts, versions: Record<string, string>): Health {
  const failing = decisions.stats().failing;
  const reasons = [
    ...(release.trees || release.imported ? [] : ["No model has been released; the baseline answers."]),
    ...(live.rankers && live.rankers.healthy() === 0 ? ["No ranking worker lives; the fallback answers."] : []),
    ...(failing ? [`The decision log cannot be written: ${failing}`] : []),
  ];
  return {
    status: reasons.length === 0 ? "ready" : "degraded",
    reasons,
    versions,
    asOfMillis: live.clock.nowMillis(),
    workers: live.rankers?.pids() ?? [],
  };
}
