import type { Rule } from "../../review/rule.ts";
import type { DesignDocument } from "../../design/design.ts";
import type { HiddenFact, InterviewProblem } from "../problem.ts";
import type { DrillResult } from "../record.ts";
import type { Statement } from "../statement.ts";
import type { Topic } from "../topic.ts";
import type { Board } from "../whiteboard/board.ts";

/** Where and when something was said or drawn. */
export interface SaidAt {
  readonly entry: number;
  readonly atSeconds: number;
}

/** A number that is settled, in words, at a path of a design: it was told when asked for, or changed in the round. */
export interface SettledFact {
  readonly path: string;
  readonly words: string;
}

/** What a drill is tried on. */
export interface DrillSubject {
  readonly board: Board;
  /** The person's own design, where that is the problem. */
  readonly design: DesignDocument | undefined;
  readonly facts: readonly SettledFact[];
  readonly statements: readonly Statement[];
  readonly atSeconds: number;
  readonly seed: string;
}

/** What a text says, and what it leaves of what was said before. */
export interface Heard {
  readonly now: readonly Statement[];
  /** Earlier statements and these, each marked that was taken back or corrected. */
  readonly all: readonly Statement[];
}

/**
 * What a round is played with. All of it is fixed before the round begins and gives the same answer to the same
 * question, so that a round depends on its setup and inputs alone.
 */
export interface RoundParts {
  readonly topics: readonly Topic[];
  readonly problems: readonly InterviewProblem[];
  readonly rules: readonly Rule[];
  /** Reads a text that was said after these statements. */
  readonly hear: (text: string, at: SaidAt, earlier: readonly Statement[]) => Heard;
  /** Which facts a text asks for. */
  readonly factsFor: (question: string, problem: InterviewProblem) => readonly HiddenFact[];
  /** What an interviewer says when there is no fact for a question. */
  readonly noFact: readonly string[];
  readonly readBoard: (text: string, earlier: Board) => Board;
  readonly boardStatements: (board: Board, at: SaidAt) => readonly Statement[];
  /** Remarks on what a drawn system can carry; none while there is no request path on the board. */
  readonly sizingRemarks: (board: Board, facts: readonly SettledFact[]) => readonly string[];
  /** Whether a board has what a drill can be tried on. */
  readonly hasPath: (board: Board) => boolean;
  /** Id of the drill that words ask for. */
  readonly drillFor: (words: string) => string | undefined;
  readonly runDrill: (drill: string, subject: DrillSubject) => DrillResult;
}
