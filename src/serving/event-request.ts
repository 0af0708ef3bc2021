import type { Event } from "../data/event.ts";
import { Problem } from "../kit/problem.ts";
import { nearest } from "../kit/suggest.ts";
import type { HttpLimits, RequestKeys } from "./http-contract.ts";
import { missingKey, unknownKey, wrongValue } from "./request-problems.ts";

/** One event as it arrived: readable, or refused with the reason. */
export type ReadEvent = { readonly id: string | undefined } & (
  { readonly event: Event } | { readonly problem: Problem }
);

export interface EventRules {
  readonly keys: RequestKeys;
  readonly limits: HttpLimits;
  /** Arrival, by the clock of the server: it becomes `knownMillis`, because a caller cannot say when we knew. */
  readonly nowMillis: number;
}

const EVENT_KEYS = ["id", "source", "timeMillis", "entities", "values"];
const ID_LENGTH = 256;
const TEXT_LENGTH = 10_000;

/**
 * Reads the body of `POST /v1/events`: one event, or `{ events: […] }`. Bad events do not spoil the good ones.
 *
 * @throws {Problem} when the body as a whole is wrong: not an object, too many events, unknown keys beside `events`
 */
export function readEvents(body: unknown, rules: EventRules): ReadEvent[] {
  if (!isObject(body)) throw wrongValue("", body, "one event as an object, or `{ events: […] }`");
  if (!("events" in body)) return [readEvent(body, "", rules)];
  for (const key of Object.keys(body)) if (key !== "events") throw unknownKey(key, key, ["events"]);
  const { events } = body;
  if (!Array.isArray(events)) throw wrongValue("events", events, "a list of events");
  if (events.length > rules.limits.eventsPerRequest) throw tooMany(events.length, rules.limits.eventsPerRequest);
  return events.map((event, index) => readEvent(event, `events[${index}]`, rules));
}

function readEvent(raw: unknown, path: string, rules: EventRules): ReadEvent {
  const id = isObject(raw) && typeof raw["id"] === "string" ? raw["id"].slice(0, ID_LENGTH) : undefined;
  try {
    return { id, event: toEvent(raw, path === "" ? "" : `${path}.`, rules) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { id, problem: error };
  }
}

function toEvent(raw: unknown, prefix: string, rules: EventRules): Event {
  if (!isObject(raw)) throw wrongValue(prefix.slice(0, -1), raw, "an event as an object");
  refuseUnknown(raw, prefix, EVENT_KEYS);
  const source = text(raw, "source", prefix, ID_LENGTH);
  const known = Object.hasOwn(rules.keys.sources, source) ? rules.keys.sources[source] : undefined;
  if (!known) throw unknownSource(source, prefix, Object.keys(rules.keys.sources));
  return {
    id: text(raw, "id", prefix, ID_LENGTH),
    source,
    timeMillis: eventTime(raw["timeMillis"], prefix, rules),
    knownMillis: rules.nowMillis,
    entities: entities(raw["entities"], `${prefix}entities`, known.entities),
    values: values(raw["values"] ?? {}, `${prefix}values`, known.values),
  };
}

function eventTime(value: unknown, prefix: string, { nowMillis, limits }: EventRules): number {
  const path = `${prefix}timeMillis`;
  if (value === undefined) throw missingKey(path);
  if (!Number.isSafeInteger(value)) throw wrongValue(path, value, "whole milliseconds since 1970-01-01 UTC");
  const ahead = (value as number) - nowMillis;
  if (ahead > limits.futureMillis) throw inFuture(path, ahead);
  return value as number;
}

function entities(value: unknown, path: string, names: readonly string[]): Record<string, string> {
  if (value === undefined) throw missingKey(path);
  if (!isObject(value)) throw wrongValue(path, value, `an object with ${names.join(", ")}`);
  refuseUnknown(value, `${path}.`, names);
  return Object.fromEntries(names.map((name) => [name, text(value, name, `${path}.`, ID_LENGTH)]));
}

function values(value: unknown, path: string, names: readonly string[]): Record<string, unknown> {
  if (!isObject(value)) throw wrongValue(path, value, "an object of columns");
  refuseUnknown(value, `${path}.`, names);
  for (const [name, cell] of Object.entries(value)) {
    if (!isCell(cell)) throw wrongValue(`${path}.${name}`, cell, "a finite number, a text, true, false or null");
  }
  return value;
}

function isCell(value: unknown): boolean {
  if (typeof value === "string") return value.length <= TEXT_LENGTH;
  return typeof value === "number" ? Number.isFinite(value) : typeof value === "boolean" || value === null;
}

function text(from: Readonly<Record<string, unknown>>, key: string, prefix: string, maxLength: number): string {
  const value = from[key];
  if (value === undefined) throw missingKey(`${prefix}${key}`);
  if (typeof value !== "string" || value === "" || value.length > maxLength) {
    throw wrongValue(`${prefix}${key}`, value, `a text of 1 to ${maxLength} characters`);
  }
  return value;
}

function refuseUnknown(found: object, prefix: string, known: readonly string[]): void {
  for (const key of Object.keys(found)) if (!known.includes(key)) throw unknownKey(`${prefix}${key}`, key, known);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function unknownSource(source: string, prefix: string, known: readonly string[]): Problem {
  const meant = nearest(source, known);
  return new Problem({
    code: "serving/unknown-source",
    found: `There is no source \`${source}\` of events.`,
    fix: `${meant ? `did you mean \`${meant}\`? ` : ""}name one of: ${known.join(", ")}`,
    at: { path: `${prefix}source` },
  });
}

function inFuture(path: string, aheadMillis: number): Problem {
  return new Problem({
    code: "serving/future-event",
    found: `The event says that it happened ${Math.round(aheadMillis / 1000)} s from now.`,
    fix: "send milliseconds (not microseconds) since 1970-01-01 UTC, and set the sender's clock",
    at: { path },
  });
}

function tooMany(count: number, limit: number): Problem {
  return new Problem({
    code: "serving/too-many-events",
    found: `The batch holds ${count} events.`,
    fix: `send at most ${limit} events at once`,
    at: { path: "events" },
  });
}
