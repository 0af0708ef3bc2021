import type { TopicGroup } from "../topic.ts";
import type { Quote } from "../statement.ts";
import type { SignalEvidence } from "../signal.ts";

/**
 * How far a topic got. `shown`: said with a mechanism, a number, a consequence or a trade-off. `mentioned`: named, and no
 * more, or put off. `contradicted`: ruled out, or said both ways without taking either back. `missing`: never reached.
 */
export const topicStates = ["shown", "mentioned", "contradicted", "missing"] as const;
export type TopicState = (typeof topicStates)[number];

export interface LedgerEntry {
  readonly topic: string;
  readonly name: string;
  readonly group: TopicGroup;
  readonly state: TopicState;
  readonly mustDiscuss: boolean;
  /** Best first; empty exactly when missing. */
  readonly quotes: readonly Quote[];
  /** Where it stands in the drawing, by name of the box. */
  readonly drawn: readonly string[];
  /** Whether it came only after the interviewer asked about it, or after a hint. */
  readonly prompted: "no" | "asked" | "hinted";
}

export interface FoundSignal {
  readonly id: string;
  readonly evidence: SignalEvidence;
}

/** Topics and signals of a round, each with what it rests on. It holds nothing that could be read as a score. */
export interface Ledger {
  readonly entries: readonly LedgerEntry[];
  readonly signals: readonly FoundSignal[];
  /** Too little was said to tell anything. */
  readonly tooLittle: boolean;
}
