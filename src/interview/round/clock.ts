import type { RoundRecord } from "../record.ts";
import type { Board } from "../whiteboard/board.ts";
import { planOf, plannedAt } from "./plan.ts";

/** One thing that a board should hold by a time. */
export interface BoardDue {
  readonly what: string;
  readonly bySeconds: number;
  readonly drawn: boolean;
}

/** Where a round stands at a time. All times are seconds of the round. */
export interface Clock {
  readonly elapsedSeconds: number;
  readonly lengthSeconds: number;
  readonly leftSeconds: number;
  readonly section: string;
  readonly sectionSeconds: number;
  /** What the plan gives the section, and how far it is past its end. */
  readonly budgetSeconds: number;
  readonly overrunSeconds: number;
  /** What should be on the board by now, and whether it is. */
  readonly due: readonly BoardDue[];
}

interface Milestone {
  readonly what: string;
  /** Minute of a 45-minute round. */
  readonly minute: number;
  readonly isOn: (board: Board) => boolean;
}

const lengthOfPlan = 45;

/** In the order of a whiteboard that can be read by somebody who walks in late. */
const milestones: readonly Milestone[] = [
  { what: "a box of requirements", minute: 5, isOn: hasLines },
  { what: "a table of metrics", minute: 8, isOn: (board) => named(board, /metric|kpi|guardrail/iu) },
  { what: "the data pipeline", minute: 15, isOn: (board) => holds(board, "source", "stream", "batch job") },
  { what: "feature stores", minute: 20, isOn: (board) => holds(board, "features") },
  { what: "model and serving", minute: 28, isOn: (board) => holds(board, "model", "ranker") },
  { what: "the whole system with latencies", minute: 36, isOn: hasLatencies },
  { what: "monitoring and feedback", minute: 41, isOn: hasMonitoring },
];

/** Where a round stands; the same record and time give the same answer. */
export function clock({ setup, sections, boards }: RoundRecord, atSeconds: number): Clock {
  const plan = planOf(setup.lens, setup.minutes);
  const lengthSeconds = 60 * setup.minutes;
  const entered = sections.at(-1);
  const planned = plan.find(({ section }) => section.title === entered?.title) ?? plan[plannedAt(plan, atSeconds)]!;
  return {
    elapsedSeconds: atSeconds,
    lengthSeconds,
    leftSeconds: Math.max(0, lengthSeconds - atSeconds),
    section: planned.section.title,
    sectionSeconds: atSeconds - (entered?.enteredSeconds ?? 0),
    budgetSeconds: planned.endSeconds - planned.startSeconds,
    overrunSeconds: Math.max(0, atSeconds - planned.endSeconds),
    due: dueBy(boards.at(-1)?.board, atSeconds, lengthSeconds),
  };
}

function dueBy(board: Board | undefined, atSeconds: number, lengthSeconds: number): BoardDue[] {
  const drawn = board ? milestonesDrawn(board) : [];
  return milestonesOf(lengthSeconds / 60)
    .map((one) => ({ ...one, drawn: drawn.includes(one.what) }))
    .filter(({ bySeconds }) => bySeconds <= atSeconds);
}

/** What a board should hold by when, in a round of that length. */
export function milestonesOf(minutes: number): Pick<BoardDue, "what" | "bySeconds">[] {
  return milestones.map(({ what, minute }) => ({ what, bySeconds: (60 * minutes * minute) / lengthOfPlan }));
}

/** Which of the milestones a board holds. */
export function milestonesDrawn(board: Board): string[] {
  return milestones.filter(({ isOn }) => isOn(board)).map(({ what }) => what);
}

function hasLines({ boxes }: Board): boolean {
  return boxes.some(({ lines }) => lines.length > 0);
}

function named({ boxes }: Board, words: RegExp): boolean {
  return boxes.some(({ name, lines }) => words.test(name) && lines.length > 0);
}

function holds({ boxes }: Board, ...kinds: readonly string[]): boolean {
  return boxes.some(({ kind }) => kinds.includes(kind));
}

function hasLatencies({ boxes }: Board): boolean {
  return boxes.filter(({ p50Millis, p99Millis }) => (p50Millis ?? p99Millis) !== undefined).length >= 2;
}

function hasMonitoring(board: Board): boolean {
  return holds(board, "monitor") && board.arrows.some(({ kind }) => kind === "feedback");
}
