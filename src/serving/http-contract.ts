import type { Event } from "../data/event.ts";
import type { Problem } from "../kit/problem.ts";
import type { FallbackNote } from "./path.ts";

/** Bounds that protect the server from its callers. */
export interface HttpLimits {
  readonly bodyBytes: number;
  /** Deepest nesting of objects and arrays in a body. */
  readonly jsonDepth: number;
  readonly eventsPerRequest: number;
  /** Requests to `/v1/…` in progress at once; beyond it they get 503 before their body is read. */
  readonly inFlight: number;
  /** Time in which a request must have arrived completely. */
  readonly arrivalMillis: number;
  /** Time that `close()` gives to requests in progress before it cuts their connections. */
  readonly closeMillis: number;
  /** How far ahead of our clock an event may claim to have happened. */
  readonly futureMillis: number;
}

export const httpLimits: HttpLimits = {
  bodyBytes: 1_000_000,
  jsonDepth: 16,
  eventsPerRequest: 1000,
  inFlight: 256,
  arrivalMillis: 10_000,
  closeMillis: 10_000,
  futureMillis: 300_000,
};

/** What a caller of `POST /v1/recommend` asks for, validated. */
export interface RecommendRequest {
  /** Entity name to its key, such as `{ household: "2261" }`. */
  readonly entities: Readonly<Record<string, string>>;
  readonly count: number;
  readonly explain: boolean;
  /** Further keys that the options allow, as they came. */
  readonly extras: Readonly<Record<string, unknown>>;
}

export interface RequestContext {
  readonly requestId: string;
  /** When the request arrived, on the clock's elapsed scale: what a deadline counts from. */
  readonly startedMillis: number;
}

/** The body of an answer; keys beyond the named ones, such as explanations and timings, are sent along. */
export interface RecommendAnswer {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  /** What made the answer: model, features, index. */
  readonly versions: Readonly<Record<string, string>>;
  readonly arm?: string;
  /** Present when a fallback answered. Only name, step and reason leave the server. */
  readonly fallback?: Pick<FallbackNote, "name" | "step" | "because"> | undefined;
  readonly [more: string]: unknown;
}

/** What became of one event: durable now, durable before, or refused with the reason. */
export type EventOutcome = "accepted" | "duplicate" | Problem;

export interface Health {
  readonly status: "starting" | "ready" | "degraded";
  /** Whole sentences; empty when ready. */
  readonly reasons: readonly string[];
  readonly versions: Readonly<Record<string, string>>;
  /** The latest moment whose events are visible to answers, milliseconds since 1970 UTC. */
  readonly asOfMillis: number;
  readonly [more: string]: unknown;
}

/** What a system does with requests; the server does everything around it. */
export interface HttpHandlers {
  recommend(request: RecommendRequest, context: RequestContext): Promise<RecommendAnswer>;
  /** Answers from memory when `recommend` failed in a way that its own fallback did not catch. */
  lastResort?(request: RecommendRequest): RecommendAnswer;
  /**
   * Writes events durably; one outcome per event, in order. A rejection means that none was acknowledged.
   */
  appendEvents(events: readonly Event[]): Promise<readonly EventOutcome[]>;
  health(): Health;
  /** Hears of every mistake of ours, with all its details; callers are told none of them. */
  report(error: unknown, where: { requestId: string; route: string }): void;
}

/** Keys that requests may carry, from the design. */
export interface RequestKeys {
  /** Entities that `/v1/recommend` needs, such as `["household"]`. */
  readonly entities: readonly string[];
  readonly defaultCount: number;
  readonly maxCount: number;
  /** Further keys of `/v1/recommend`, each with its JSON Schema. */
  readonly extras?: Readonly<Record<string, object>>;
  /** Sources that `/v1/events` takes, each with its entities and payload columns. */
  readonly sources: Readonly<
    Record<string, { readonly entities: readonly string[]; readonly values: readonly string[] }>
  >;
}
