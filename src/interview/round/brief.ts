import type { DesignDocument } from "../../design/design.ts";
import type { Stage } from "../../design/schema/design.ts";
import type { HiddenFact, InterviewProblem, MidRoundChange, ProblemDrill } from "../problem.ts";

/** A question that a finding about the person's own design leads to. */
export interface DesignQuestion {
  readonly rule: string;
  readonly stage: Stage;
  readonly asks: string;
}

/** What an interviewer has in hand when a round begins. */
export interface Brief {
  readonly presents: string;
  /** Absent when it is the person's own system. */
  readonly problem: InterviewProblem | undefined;
  readonly design: DesignDocument | undefined;
  readonly facts: readonly HiddenFact[];
  readonly mustDiscuss: readonly string[];
  /** Topics that may be asked about, most important first; what must be discussed comes first. */
  readonly agenda: readonly string[];
  readonly designQuestions: readonly DesignQuestion[];
  readonly change: MidRoundChange;
  readonly drills: readonly ProblemDrill[];
}
