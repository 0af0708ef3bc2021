import type { Move } from "../record.ts";
import { filled, wording } from "./phrasing.ts";
import { plannedAt } from "./plan.ts";
import type { RoundState } from "./state.ts";
import { utter } from "./utter.ts";
import { goesOn, interrupts } from "./words.ts";

/** Begins the first section, without a word. */
export function enterFirst(state: RoundState): void {
  enter(state, 0);
}

/** One line when a section has used up its time, and on to the one that the plan has now. */
export function interruptWhenOver(state: RoundState): Move[] {
  const due = plannedAt(state.plan, state.lastSeconds);
  if (due <= state.sectionAt) return [];
  enter(state, due);
  state.heardSeconds = state.lastSeconds;
  const form = wording(state, "interrupt", interrupts[state.setup.style])!;
  return utter(state, { kind: "interrupt", text: filled(form, { section: titleOf(state) }) });
}

/** Goes on to the next section ahead of its time; `undefined` in the last one. */
export function enterNext(state: RoundState): Move[] | undefined {
  if (state.sectionAt === state.plan.length - 1) return undefined;
  enter(state, state.sectionAt + 1);
  const form = wording(state, "goes on", goesOn[state.setup.style])!;
  return utter(state, { kind: "stage", text: filled(form, { section: titleOf(state) }) });
}

function enter(state: RoundState, at: number): void {
  const { section, startSeconds, endSeconds } = state.plan[at]!;
  state.sectionAt = at;
  state.deepened = 0;
  const minutes = (endSeconds - startSeconds) / 60;
  state.sections.push({ title: section.title, minutes, enteredSeconds: state.lastSeconds });
}

function titleOf({ plan, sectionAt }: RoundState): string {
  return plan[sectionAt]!.section.title.toLowerCase();
}
