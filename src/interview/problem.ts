import type { Level } from "./record.ts";

/** Something that is told only when it is asked for. */
export interface HiddenFact {
  /** Unique in its problem: `peak-traffic`. */
  readonly id: string;
  /** Topic of the question: `scale`. Every problem has several facts. */
  readonly topic: string;
  /** Wordings of a question, as phrases; any one of them is enough. Everyday words, not only terms. */
  readonly asked: readonly string[];
  /** What the interviewer says, in one or two sentences. */
  readonly tells: string;
  /** The number in it, so that a board can be sized with it once it has been told. */
  readonly quantity?: { readonly path: string; readonly words: string };
  /** Words that would give it away before it is asked: numbers and names that no earlier line may hold. */
  readonly secret: readonly string[];
}

/** The one change of requirements in the middle of the round. */
export interface MidRoundChange {
  readonly says: string;
  /** Topics that a good answer touches. */
  readonly topics: readonly string[];
  /** What it changes for sizing: `requirements.scale.requests.peak` to `5x`, for example. */
  readonly changes?: readonly { readonly path: string; readonly words: string }[];
}

/** A failure or change that is tried on the candidate's own board. */
export interface ProblemDrill {
  /** Id of a drill in `drills/`: `feature-store-down`. */
  readonly drill: string;
  /** How the interviewer puts it for this problem. */
  readonly says: string;
}

export interface InterviewProblem {
  /** The name of its file. */
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  /** Two to four sentences, as an interviewer would put it: open on purpose. */
  readonly statement: string;
  readonly objective: string;
  /** What data is there, in general words. */
  readonly data: string;
  readonly constraints: readonly string[];
  readonly facts: readonly HiddenFact[];
  /** What makes it hard: ids of topics, each with one sentence for the debrief. */
  readonly challenges: readonly { readonly topic: string; readonly why: string }[];
  /** Ids of topics that a round on this problem must reach, most important first. */
  readonly mustDiscuss: readonly string[];
  readonly change: MidRoundChange;
  readonly drills: readonly ProblemDrill[];
  /** Name of the folder in `examples/` with the reference design. */
  readonly reference: string;
}

export function defineProblem(problem: InterviewProblem): InterviewProblem {
  return Object.freeze(problem);
}
