import type { NumberKind } from "./topic.ts";

/** Part of what a candidate said, word for word: `text` is what stands between the two UTF-16 offsets of the entry. */
export interface Quote {
  /** Position of the entry in the round's record. */
  readonly entry: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Seconds since the round began, pauses left out. */
  readonly atSeconds: number;
}

/** A number that was said, with its unit read. */
export interface SaidQuantity {
  readonly kind: NumberKind;
  /** Seconds, per second, share of one, US dollars (a month where a time is said), bytes, factor, or the number itself. */
  readonly value: number;
  /** Where a range was said: `40 to 60 ms`. */
  readonly high?: number;
  readonly comparison?: "<=" | ">=" | "about";
  /** As said, with its offsets in the entry. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What a sentence adds to a topic beyond its name. A buzzword has none of them. */
export const depths = ["mechanism", "number", "consequence", "trade-off"] as const;
export type Depth = (typeof depths)[number];

/**
 * How a topic is spoken of. `denied`: ruled out or found needless (`we can skip monitoring`). `deferred`: put off
 * (`monitoring comes later`). `asked`: in a question to the interviewer. `reported`: of somebody else's system.
 */
export const manners = ["said", "denied", "deferred", "asked", "reported"] as const;
export type Manner = (typeof manners)[number];

/** One topic in one sentence (or one drawn part). */
export interface Statement {
  readonly topic: string;
  readonly manner: Manner;
  readonly depth: readonly Depth[];
  /** The whole clause that carries it. */
  readonly quote: Quote;
  readonly quantities: readonly SaidQuantity[];
  readonly from: "words" | "drawing";
  /** Index of the later statement of the round that takes this one back or corrects it. */
  readonly supersededBy?: number;
}
