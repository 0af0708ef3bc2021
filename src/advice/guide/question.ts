import type { Design } from "../../design/design.ts";
import type { Plain } from "../../design/plain.ts";
import type { System } from "../../design/schema/design.ts";

/** One thing the guide can ask, and where the answer stands in the document. */
export interface Question {
  /** Path of the value it asks for, in a document: also its id. */
  readonly path: string;
  readonly asks: string;
  /** Why the answer matters: what cannot be decided without it. */
  readonly why: string;
  /** How an answer may look. */
  readonly example: string;
  /** How much depends on it: 5 everything after it, 1 a detail. */
  readonly impact: 1 | 2 | 3 | 4 | 5;
  /** Turns the words of a person into the value; the words themselves when absent. Throws a Problem for what cannot be read. */
  readonly read?: (words: string) => Plain;
  /** Systems it is asked for; every one when absent. */
  readonly systems?: readonly System[];
  /** Whether it makes sense for this design, as far as it is known. */
  readonly when?: (design: Design) => boolean;
  /** The words for the possible answers, where there is a closed list. */
  readonly choices?: readonly string[];
}

export const defineQuestions = (questions: readonly Question[]): readonly Question[] => Object.freeze(questions);
