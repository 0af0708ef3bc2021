import type { Move } from "../record.ts";
import { filled, wording } from "./phrasing.ts";
import type { Turn } from "./observe.ts";
import { plannedAt } from "./plan.ts";
import type { RoundState } from "./state.ts";
import { utter } from "./utter.ts";
import { goesOn, interrupts } from "./words.ts";

/**
 * Turns without anything about the design, or without anything new, after which that is said, once; then one waits. A new
 * section is begun with two questions even so.
 */
export const patience = { empty: 4, stale: 6 } as const;

/** Begins the first section, without a word. */
export function enterFirst(state: RoundState): void {
  enter(state, 0);
}

/**
 * One line when a section has used up its time, and on to the one that the plan has now; without a word where the
 * candidate is there already.
 */
export function interruptWhenOver(state: RoundState, turn?: Pick<Turn, "statements">): Move[] {
  const due = plannedAt(state.plan, state.lastSeconds);
  if (due <= state.sectionAt) return [];
  enter(state, due);
  state.heardSeconds = state.lastSeconds;
  if (turn && isAbout(state, turn, due)) return [];
  const form = wording(state, "interrupt", interrupts[state.setup.style])!;
  return utter(state, { kind: "interrupt", text: filled(form, titleOf(state)) });
}

/** Whether at least half of what was said belongs to a section. */
function isAbout({ sectionByTopic }: RoundState, { statements }: Pick<Turn, "statements">, section: number): boolean {
  const topics = [...new Set(statements.map(({ topic }) => topic))];
  const here = topics.filter((topic) => sectionByTopic.get(topic) === section);
  return here.length > 0 && 2 * here.length >= topics.length;
}

/** Share of a section's time below which it is not left, and of the round's by which one may be ahead of the plan. */
const leastShare = 0.4;
const mostAhead = 0.12;

/** Goes on to the next section ahead of its time; `undefined` in the last one, and when it is too early for that. */
export function enterNext(state: RoundState): Move[] | undefined {
  const next = state.plan[state.sectionAt + 1];
  const { enteredSeconds, minutes } = state.sections.at(-1)!;
  if (!next || state.lastSeconds - enteredSeconds < leastShare * 60 * minutes) return undefined;
  if (next.startSeconds - state.lastSeconds > mostAhead * 60 * state.setup.minutes) return undefined;
  enter(state, state.sectionAt + 1);
  const form = wording(state, "goes on", goesOn[state.setup.style])!;
  return utter(state, { kind: "stage", text: filled(form, titleOf(state)) });
}

function enter(state: RoundState, at: number): void {
  const { section, startSeconds, endSeconds } = state.plan[at]!;
  state.sectionAt = at;
  state.deepened = 0;
  state.openTopic = undefined;
  state.emptyTurns = Math.min(state.emptyTurns, patience.empty - 2);
  state.staleTurns = Math.min(state.staleTurns, patience.stale - 2);
  const minutes = (endSeconds - startSeconds) / 60;
  state.sections.push({ title: section.title, minutes, enteredSeconds: state.lastSeconds });
}

function titleOf({ plan, sectionAt }: RoundState): { readonly section: string; readonly Section: string } {
  const { title } = plan[sectionAt]!.section;
  return { section: title.toLowerCase(), Section: title };
}
