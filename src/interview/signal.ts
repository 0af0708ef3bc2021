import type { RoundRecord } from "./record.ts";
import type { Quote } from "./statement.ts";

/** Evidence for a signal. A red flag by absence has no quote, and says what was looked for and where. */
export interface SignalEvidence {
  readonly quotes: readonly Quote[];
  /** What was seen, in one sentence, with the number or the place. */
  readonly says: string;
}

/** A pattern over a whole round, where a topic is about one sentence. */
export interface Signal {
  /** The name of its file. */
  readonly id: string;
  readonly kind: "strength" | "staff strength" | "red flag" | "anti-pattern" | "communication";
  readonly name: string;
  /** Why it matters, in one sentence. */
  readonly why: string;
  readonly detect: (record: RoundRecord) => SignalEvidence | undefined;
}

export function defineSignal(signal: Signal): Signal {
  return Object.freeze(signal);
}
