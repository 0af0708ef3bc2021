import type { DrillResult, Move } from "../record.ts";
import { emptyBoard } from "../whiteboard/board.ts";
import { hasPath } from "./observe.ts";
import { settledFacts, type RoundState } from "./state.ts";
import { maySay } from "./speech.ts";
import { isNew, utter } from "./utter.ts";
import { noBoard, noSuchDrill } from "./words.ts";

/** Shares of the round from which the interviewer tries the first and the second drill. */
const drillsFrom = [0.6, 0.78] as const;
const mostRemarks = 2;

/** Tries a failure or change on what was drawn, once or twice in the later part of a round. */
export function tryDrill(state: RoundState): Move[] {
  const from = drillsFrom[state.tried];
  if (from === undefined || state.lastSeconds < from * 60 * state.setup.minutes || !canRun(state)) return [];
  const next = state.brief.drills.find(({ drill }) => state.drills.every((result) => result.drill !== drill));
  if (!next || !maySay(state, `${next.says} ${"w ".repeat(40)}`)) return [];
  state.tried++;
  return run(state, next.drill, next.says, 2);
}

/** Runs what the candidate wants to try, by its id or in words. */
export function calledDrill(state: RoundState, words: string): Move[] {
  const drill = state.parts.drillFor(words);
  if (drill === undefined) return utter(state, { kind: "drill", text: noSuchDrill });
  if (!canRun(state)) return utter(state, { kind: "drill", text: noBoard });
  return run(state, drill, "", Infinity);
}

function canRun(state: RoundState): boolean {
  return state.brief.design !== undefined || hasPath(state);
}

function run(state: RoundState, drill: string, says: string, sentences: number): Move[] {
  const { board = emptyBoard } = state.boards.at(-1) ?? {};
  const result: DrillResult = state.parts.runDrill(drill, {
    board,
    design: state.brief.design,
    facts: settledFacts(state),
    statements: state.statements,
    atSeconds: state.lastSeconds,
    seed: `${state.setup.seed} ${state.drills.length}`,
  });
  state.drills.push(result);
  const text = [says, ...result.says.slice(0, sentences)].filter(Boolean).join(" ");
  return utter(state, { kind: "drill", text, drill });
}

/** What the drawn system can carry, once it has a path and when there is something new to say about it. */
export function remarkOnSize(state: RoundState): Move[] {
  if (state.remarks >= mostRemarks || !hasPath(state)) return [];
  const remarks = state.parts.sizingRemarks(state.boards.at(-1)!.board, settledFacts(state));
  const fresh = remarks.find((text) => isNew(state, text));
  if (fresh === undefined) return [];
  const moves = utter(state, { kind: "sizing", text: fresh });
  state.remarks += moves.length;
  return moves;
}
