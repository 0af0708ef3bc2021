import type { topics } from "../../src/interview/topics/index.ts";
import type { problems } from "../../src/interview/problems/index.ts";

export type TopicId = (typeof topics)[number]["id"];
export type ProblemId = (typeof problems)[number]["id"];

/** How somebody speaks: each voice is hard to understand in a way of its own. */
export const voices = [
  "terse",
  "rambling",
  "spoken",
  "non-native",
  "sarcastic",
  "wrong but confident",
  "bullets",
  "formal",
  "unsure",
  "war stories",
] as const;
export type Voice = (typeof voices)[number];

/** What a candidate said in one go, and the topics that a person finds in it. */
export interface Spoken {
  readonly id: string;
  readonly problem: ProblemId;
  readonly text: string;
  /** Topics about which something is said as part of the design. */
  readonly says: readonly TopicId[];
  /** Topics that a fair judge could hear in it or not: they count neither way. */
  readonly fair?: readonly TopicId[];
  /** Topics that are ruled out, put off, or praised in mockery. */
  readonly denies: readonly TopicId[];
}

export interface Answer extends Spoken {
  readonly voice: Voice;
}
