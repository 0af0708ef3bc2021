import { shows } from "../ledger/coverage.ts";
import { wordsIn } from "../ledger/own-words.ts";
import type { Statement } from "../statement.ts";
import { emptyBoard } from "../whiteboard/board.ts";
import type { RoundState } from "./state.ts";

/** What one input brought. */
export interface Turn {
  readonly text: string;
  readonly words: number;
  /** Of this input only, in the order in which they were said. */
  readonly statements: readonly Statement[];
  /** Whether anything about any topic is new in it. */
  readonly isFresh: boolean;
}

/** Takes in what was said. */
export function listen(state: RoundState, text: string): Turn {
  const { now, all } = state.parts.hear(text, here(state), state.statements);
  const words = wordsIn(text);
  state.candidateWords += words;
  state.statements = all;
  return remember(state, { text, words, statements: now });
}

/** Takes in what was drawn: the board as it stands now, and what the new lines say. */
export function look(state: RoundState, text: string): Turn {
  const earlier = state.boards.at(-1)?.board ?? emptyBoard;
  const board = state.parts.readBoard(text, earlier);
  const { entry, atSeconds } = here(state);
  state.boards.push({ atSeconds, entry, board });
  const isUnchanged = board.text === earlier.text;
  const statements = isUnchanged ? [] : state.parts.boardStatements(board, { entry, atSeconds });
  state.statements = [...state.statements, ...statements];
  return remember(state, { text, words: 0, statements });
}

/** Whether there is a request path on the board. */
export function hasPath(state: RoundState): boolean {
  const board = state.boards.at(-1)?.board;
  return board !== undefined && state.parts.hasPath(board);
}

function here({ entries, lastSeconds }: RoundState) {
  return { entry: entries.length - 1, atSeconds: lastSeconds };
}

function remember(state: RoundState, turn: Omit<Turn, "isFresh">): Turn {
  const sizeBefore = state.heard.size;
  for (const statement of turn.statements) for (const key of keysOf(statement)) state.heard.add(key);
  const isFresh = state.heard.size > sizeBefore;
  state.staleTurns = isFresh ? 0 : state.staleTurns + 1;
  state.emptyTurns = turn.statements.length > 0 ? 0 : state.emptyTurns + 1;
  return { ...turn, isFresh };
}

/** A name is new once; what explains it is new in every sentence that was not said before. */
function keysOf(statement: Statement): string[] {
  const { topic, manner, depth, quote } = statement;
  const explained = shows(statement) ? [`said: ${quote.text}`] : [];
  return [`${topic} ${manner}`, ...depth.map((one) => `${topic} ${manner} ${one}`), ...explained];
}
