import type { DrillResult, MoveKind, RoundSetup } from "../record.ts";
import type { LedgerEntry } from "../ledger/ledger.ts";
import type { Signal } from "../signal.ts";
import type { Depth, Quote } from "../statement.ts";
import type { Board } from "../whiteboard/board.ts";

/** A topic with what was said about it. */
export interface Said {
  readonly topic: string;
  readonly name: string;
  readonly quotes: readonly Quote[];
}

/** A topic that was not reached, and why it matters here. */
export interface Unreached {
  readonly topic: string;
  readonly name: string;
  readonly why: string;
  readonly mustDiscuss: boolean;
}

export interface SignalFound {
  readonly id: string;
  readonly kind: Signal["kind"];
  readonly name: string;
  readonly why: string;
  readonly says: string;
  readonly quotes: readonly Quote[];
}

export interface TimelineSection {
  readonly title: string;
  readonly budgetSeconds: number;
  readonly enteredSeconds: number;
  readonly usedSeconds: number;
}

/** Something that belongs on the board by a time, and since when it was there; absent when it never was. */
export interface BoardMilestone {
  readonly what: string;
  readonly bySeconds: number;
  readonly drawnSeconds?: number;
}

export interface TimelineEvent {
  readonly kind: MoveKind;
  readonly atSeconds: number;
  readonly text: string;
}

export interface Exercise {
  readonly topic: string;
  readonly name: string;
  readonly text: string;
}

/** The weakest answer, asked again at the end: what was said before and after, and what that added. */
export interface Redo {
  readonly topic: string;
  readonly name: string;
  readonly asked: string;
  readonly before: readonly Quote[];
  readonly after: readonly Quote[];
  readonly adds: readonly Depth[];
}

/** What a candidate takes home: evidence in their own words. Nothing in it is a score, and nothing can be read as one. */
export interface Debrief {
  readonly plumblineDebrief: 1;
  readonly setup: Omit<RoundSetup, "design">;
  readonly title: string;
  readonly endedSeconds: number;
  readonly selfAssessment: string | undefined;
  /** Too little was said to tell anything; everything that judges is empty then. */
  readonly tooLittle: boolean;
  readonly sections: readonly TimelineSection[];
  readonly milestones: readonly BoardMilestone[];
  readonly events: readonly TimelineEvent[];
  /** With what was weighed or follows. */
  readonly decisions: readonly Said[];
  readonly modelling: readonly Said[];
  readonly architecture: readonly Said[];
  readonly production: readonly Said[];
  readonly strengths: readonly SignalFound[];
  readonly redFlags: readonly SignalFound[];
  readonly communication: readonly SignalFound[];
  readonly contradictions: readonly Said[];
  /** Named, and no more. */
  readonly named: readonly Said[];
  /** Only in questions to the interviewer. */
  readonly asked: readonly Said[];
  readonly unreached: readonly Unreached[];
  readonly drills: readonly DrillResult[];
  readonly boards: readonly { readonly atSeconds: number; readonly board: Board }[];
  readonly hints: readonly TimelineEvent[];
  readonly exercises: readonly Exercise[];
  readonly redo: Redo | undefined;
  readonly ledger: readonly LedgerEntry[];
}
