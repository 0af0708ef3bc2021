/** Something that happened, as it travels through a running system: from an ingested row, an HTTP batch or the log. */
export interface Event {
  /** Identifies the event within its source; a repeated id is the same event sent again. */
  readonly id: string;
  /** Name of the source it belongs to, such as `transactions`. */
  readonly source: string;
  /** When it happened, milliseconds since 1970 UTC. */
  readonly timeMillis: number;
  /** When it could have been known, milliseconds since 1970 UTC. */
  readonly knownMillis: number;
  /** Who and what took part: entity name to its key, such as `{ household: "2261" }`. */
  readonly entities: Readonly<Record<string, string>>;
  /** Everything else the row says, under the file's own column names. */
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * Whether a decision at `atMillis` may see an event: it happened strictly before, and was known by then. The same rule
 * as `time_ms < t AND known_ms <= t` in SQL; a window of W milliseconds adds `time_ms >= t - W`.
 */
export function isVisibleAt(event: Pick<Event, "timeMillis" | "knownMillis">, atMillis: number): boolean {
  return event.timeMillis < atMillis && event.knownMillis <= atMillis;
}
