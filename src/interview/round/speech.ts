import { wordsIn } from "../ledger/own-words.ts";
import type { Entry, Move, MoveKind } from "../record.ts";
import type { RoundState } from "./state.ts";

/**
 * The interviewer never speaks more than the candidate has spoken, save for what opens the round, what was asked for
 * (facts, hints, drills that the candidate called for), and one minute of words.
 */
export const allowedWords = 150;
/** Kept back for the end of the round. */
const keptForEnd = 75;

const askedFor: ReadonlySet<MoveKind> = new Set(["open", "answer", "facts", "hint"]);

/** Whether the words of a move count against the interviewer: nobody asked for them. */
export function isUnasked({ kind }: Move, after: Entry | undefined): boolean {
  const calledDrill = kind === "drill" && after?.who === "candidate" && after.input.kind === "drill";
  return !askedFor.has(kind) && !calledDrill;
}

/** Words that the interviewer said without being asked, and words that the candidate said, over a whole record. */
export function spokenWords(entries: readonly Entry[]): { readonly unasked: number; readonly candidate: number } {
  let [unasked, candidate] = [0, 0];
  let last: Entry | undefined;
  for (const entry of entries) {
    if (entry.who === "candidate") {
      last = entry;
      candidate += wordsOfCandidate(entry);
    } else if (isUnasked(entry.move, last)) unasked += wordsIn(entry.move.text);
  }
  return { unasked, candidate };
}

/** Words that a candidate said with an input; a drawing is no speech. */
export function wordsOfCandidate(entry: Entry): number {
  if (entry.who !== "candidate") return 0;
  return "text" in entry.input && entry.input.kind !== "draw" ? wordsIn(entry.input.text) : 0;
}

/** Whether the interviewer may still say a text; near the end of the round also what was kept back. */
export function maySay(state: RoundState, text: string): boolean {
  const kept = state.phase === "going" ? keptForEnd : 0;
  return state.unaskedWords + wordsIn(text) <= state.candidateWords + allowedWords - kept;
}
