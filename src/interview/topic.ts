import type { Stage } from "../design/schema/design.ts";

/** What a round looks at in a person's thinking; the parts of an evidence ledger, in its order. */
export const topicGroups = [
  "problem solving",
  "ML knowledge",
  "systems knowledge",
  "trade-offs",
  "production awareness",
  "staff signals",
] as const;
export type TopicGroup = (typeof topicGroups)[number];

/** Kinds of numbers that can stand for a topic. `plain` is a bare number: a metric value, a PSI, a batch size. */
export const numberKinds = ["duration", "rate", "count", "share", "money", "bytes", "multiple", "plain"] as const;
export type NumberKind = (typeof numberKinds)[number];

/**
 * One thing that can be talked about in a round, with the words in which people talk about it. Phrases are written as
 * `understand/phrase.ts` reads them.
 */
export interface Topic {
  /** The name of its file. */
  readonly id: string;
  /** As it stands in a debrief: `Feature store`. */
  readonly name: string;
  /** What belongs to it, and what does not, in one or two sentences: the standard by which answers are labelled. */
  readonly means: string;
  readonly stage: Stage;
  readonly group: TopicGroup;
  /** Where in a design document it would stand; used when a person's own design is the problem. */
  readonly paths?: readonly string[];
  /** Phrases that name it. Alone they make it `mentioned`, never `shown`. */
  readonly names: readonly string[];
  /** Phrases that say how it is done. Each makes the topic present by itself, and its mechanism shown. */
  readonly mechanisms: readonly string[];
  /** Phrases that say what follows with or without it, beyond the general ones (`otherwise`, `so that`, `because`). */
  readonly consequences?: readonly string[];
  /** Which numbers speak about it when they stand in the same sentence. */
  readonly numbers?: readonly NumberKind[];
  /** Phrases in whose presence a name means something else: `monitor` in `computer monitor`. */
  readonly not?: readonly string[];
  /** Questions of an interviewer, each leading to the topic without giving its answer away; most natural first. */
  readonly asks: {
    readonly probe: readonly string[];
    readonly number?: readonly string[];
    readonly tradeOff?: readonly string[];
    /** For a candidate who is stuck. */
    readonly guide?: readonly string[];
  };
  /** What a coach may say when asked for a hint: a direction, never the answer. */
  readonly hint: string;
  /** An exercise of some minutes that practises it. */
  readonly exercise: string;
  /** Utterances that hold the topic, each with what it shows; that hold it negated; and that only look like it. */
  readonly says: {
    readonly positive: readonly string[];
    readonly negative: readonly string[];
    readonly nearMiss: readonly string[];
  };
}

export function defineTopic(topic: Topic): Topic {
  return Object.freeze(topic);
}
