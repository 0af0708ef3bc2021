import { wordsIn } from "../ledger/own-words.ts";
import type { Entry, Move } from "../record.ts";
import { givesAway } from "./secrets.ts";
import { isUnasked, maySay } from "./speech.ts";
import type { RoundState } from "./state.ts";

/** A move before it is made: the time is the round's. */
export type Intended = Omit<Move, "atSeconds">;

/**
 * Makes a move, unless it would be too many words or give away a fact; the record has it from then on. Gives it back in a
 * list, or none.
 */
export function utter(state: RoundState, intended: Intended): Move[] {
  const move: Move = { ...intended, atSeconds: state.lastSeconds };
  const unasked = isUnasked(move, lastOfCandidate(state.entries));
  if (unasked && !isSayable(state, move.text)) return [];
  if (unasked) state.unaskedWords += wordsIn(move.text);
  state.uttered.add(plain(move.text));
  state.entries.push({ who: "interviewer", move });
  return [move];
}

/** Whether a text that nobody asked for may be said now. */
export function isSayable(state: RoundState, text: string): boolean {
  return maySay(state, text) && !givesAway(state, text);
}

/** Whether nothing like a text was said by the interviewer yet. */
export function isNew({ uttered }: RoundState, text: string): boolean {
  return !uttered.has(plain(text));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function lastOfCandidate(entries: readonly Entry[]): Entry | undefined {
  return entries.findLast(({ who }) => who === "candidate");
}
