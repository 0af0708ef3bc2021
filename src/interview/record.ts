import type { LensName } from "../design/schema/design.ts";
import type { Board } from "./whiteboard/board.ts";
import type { Statement } from "./statement.ts";

export const levels = ["junior", "senior", "staff"] as const;
export type Level = (typeof levels)[number];
/** A coach hints and teaches; an interviewer does neither. */
export const styles = ["coach", "interviewer"] as const;
export type Style = (typeof styles)[number];

/** What is settled before a round begins. */
export interface RoundSetup {
  /** Id of a problem, or `own` with a design. */
  readonly problem: string;
  readonly level: Level;
  readonly lens: LensName;
  readonly minutes: number;
  readonly style: Style;
  /** Same seed, same setup, same inputs: same round. */
  readonly seed: string;
  /** Text of the person's own design, for `own`. */
  readonly design?: string;
  /** Topics that earlier rounds left missing, most frequent first; the interviewer aims at them. */
  readonly aims?: readonly string[];
}

/** What a candidate does. Times are seconds of the round, pauses left out; they never go back. */
export type Input =
  | { readonly kind: "say"; readonly atSeconds: number; readonly text: string }
  /** Whiteboard notation; the whole board, or lines that are added to it. */
  | { readonly kind: "draw"; readonly atSeconds: number; readonly text: string }
  /** Asks to see what has been learned so far. */
  | { readonly kind: "facts"; readonly atSeconds: number }
  | { readonly kind: "hint"; readonly atSeconds: number }
  /** A failure or change is tried on the board: the id of a drill, or words. */
  | { readonly kind: "drill"; readonly atSeconds: number; readonly text: string }
  | { readonly kind: "redo"; readonly atSeconds: number; readonly text: string }
  /** How the person thinks it went, before the debrief. */
  | { readonly kind: "self-assessment"; readonly atSeconds: number; readonly text: string }
  /** Time has passed and nothing was said. */
  | { readonly kind: "tick"; readonly atSeconds: number }
  | { readonly kind: "end"; readonly atSeconds: number };

export const moveKinds = [
  "open",
  "answer",
  "probe",
  "number",
  "trade-off",
  "drill",
  "change",
  "guide",
  "sizing",
  "stage",
  "interrupt",
  "hint",
  "facts",
  "acknowledge",
  "close",
] as const;
export type MoveKind = (typeof moveKinds)[number];

/** What an interviewer does. */
export interface Move {
  readonly kind: MoveKind;
  readonly atSeconds: number;
  readonly text: string;
  readonly topic?: string;
  /** Ids of hidden facts that it gave. */
  readonly facts?: readonly string[];
  /** Id of a drill that it ran, with what was found. */
  readonly drill?: string;
}

/** One line of the round. The position of an entry is what quotes name. */
export type Entry =
  { readonly who: "candidate"; readonly input: Input } | { readonly who: "interviewer"; readonly move: Move };

/** What a fault or a change did to the board as it stood. */
export interface DrillResult {
  readonly drill: string;
  readonly name: string;
  readonly atSeconds: number;
  /** What was assumed because neither board nor words said it. */
  readonly assumed: readonly string[];
  readonly requestsPerSecond: number;
  /** Requests that got nothing, that got a fallback, and that got a full answer, of all simulated ones. */
  readonly failedShare: number;
  readonly fallbackShare: number;
  readonly fullShare: number;
  readonly p99Millis?: number;
  /** Names of parts at or above all they can do. */
  readonly overloaded: readonly { readonly name: string; readonly utilisation: number }[];
  /** In sentences. */
  readonly says: readonly string[];
}

/** Everything that is known of a round: what a debrief is made from, and nothing else. */
export interface RoundRecord {
  readonly setup: RoundSetup;
  readonly entries: readonly Entry[];
  readonly statements: readonly Statement[];
  readonly boards: readonly { readonly atSeconds: number; readonly entry: number; readonly board: Board }[];
  readonly drills: readonly DrillResult[];
  /** Sections of the lens with the seconds at which they were entered. */
  readonly sections: readonly { readonly title: string; readonly minutes: number; readonly enteredSeconds: number }[];
  readonly endedSeconds: number | undefined;
}
