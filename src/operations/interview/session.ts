import type { Clock } from "../../kit/clock.ts";
import { emptyBoard, type Board } from "../../interview/whiteboard/board.ts";
import { boardHelp, boardText } from "../../interview/whiteboard/index.ts";
import { openRound, type Round } from "../../interview/round/round.ts";
import { standardParts } from "../../interview/round/standard-parts.ts";
import type { Input, Move, RoundRecord, RoundSetup } from "../../interview/record.ts";
import type { Conversation } from "../operation.ts";
import { commandHelp, typedOf, type Typed } from "./commands.ts";
import { drawnNow } from "./drawn-now.ts";
import type { RoundFolder } from "./keep-round.ts";
import { clockLine, note, spokenMoves } from "./spoken.ts";
import type { Voice } from "./voice.ts";

export interface SessionParts {
  readonly setup: RoundSetup;
  readonly folder: RoundFolder;
  readonly talk: Conversation;
  readonly clock: Clock;
  readonly voice?: Voice | undefined;
  /** Inputs of the part that was played before, when a round goes on. */
  readonly before?: readonly Input[];
}

/** How a sitting ended: the round is over, or the person left and may come back. */
export interface SessionEnd {
  readonly record: RoundRecord;
  readonly isOver: boolean;
}

/** One sitting at a round: listens, keeps what was said, answers, until the round is over or the person leaves. */
export async function playSession(parts: SessionParts): Promise<SessionEnd> {
  const session = open(parts);
  parts.talk.tell(note(commandHelp.split("\n")[0]!));
  for (const spoken of spokenMoves(session.opening)) parts.talk.tell(spoken);
  while (session.round.record().endedSeconds === undefined) {
    const text = await listen(session);
    if (text === undefined) return { record: session.round.record(), isOver: false };
    await act(session, typedOf(text));
  }
  await afterwards(session);
  return { record: session.round.record(), isOver: true };
}

interface Session extends SessionParts {
  readonly round: Round;
  readonly opening: readonly Move[];
  /** Seconds of the round, pauses left out. */
  now(): number;
  /** The clock stands still until the person goes on. */
  pausedMillis: number;
}

function open(parts: SessionParts): Session {
  const { setup, clock, before = [] } = parts;
  const round = openRound(setup, standardParts());
  const moves = before.flatMap((input) => round.take(input));
  const played = before.at(-1)?.atSeconds ?? 0;
  const started = clock.elapsedMillis() - played * 1000;
  const session: Session = {
    ...parts,
    round,
    opening: before.length > 0 ? [...round.opening, ...moves.slice(-2)] : round.opening,
    pausedMillis: 0,
    now: () => Math.round((clock.elapsedMillis() - started - session.pausedMillis) / 100) / 10,
  };
  return session;
}

function listen(session: Session): Promise<string | undefined> {
  const { talk, round, now } = session;
  return talk.listen({
    state: () => clockLine(round.record(), now()),
    silence: () => spokenMoves(take(session, { kind: "tick", atSeconds: now() })),
  });
}

/** On disk first, then answered. */
function take({ folder, round }: Session, input: Input): readonly Move[] {
  folder.append(input);
  return round.take(input);
}

async function act(session: Session, typed: Typed): Promise<void> {
  const { talk } = session;
  const atSeconds = session.now();
  if (typed.kind === "pause") return pause(session);
  if (typed.kind === "help") return talk.tell(note(commandHelp));
  if (typed.kind === "draw help") return talk.tell(note(boardHelp));
  if (typed.kind === "board") return showBoard(session);
  if (typed.kind === "redo")
    return talk.tell(note("An answer can be given again after the end; `/end` ends the round."));
  if (typed.kind === "unknown")
    return talk.tell(
      note(
        `There is no /${typed.name}.${typed.meant ? ` Did you mean /${typed.meant}?` : ""} /help lists what there is.`,
      ),
    );
  const input: Input =
    "text" in typed ? { kind: typed.kind, atSeconds, text: typed.text } : { kind: typed.kind, atSeconds };
  const moves = take(session, input);
  if (typed.kind === "draw") showDrawn(session);
  await tellMoves(session, moves);
  if (moves.length === 0 && typed.kind !== "draw") talk.tell(note("(the interviewer is listening)"));
}

/** In the words of the voice, where there is one; what is kept of the round are the interviewer's own. */
async function tellMoves({ talk, voice, round }: Session, moves: readonly Move[]): Promise<void> {
  for (const move of moves) {
    const [spoken] = spokenMoves([voice ? await voice.say(move, round.record()) : move]);
    talk.tell(spoken!);
  }
}

async function pause(session: Session): Promise<void> {
  const { clock, talk } = session;
  const from = clock.elapsedMillis();
  const text = await talk.listen({ state: () => "paused; Enter goes on" });
  session.pausedMillis += clock.elapsedMillis() - from;
  // What was typed meanwhile is meant for the round.
  if (text !== undefined && text.trim() !== "") await act(session, typedOf(text));
}

/** On a large board only what was drawn now is shown, so that the talk stays on the screen. */
function showDrawn(session: Session): void {
  const { boards } = session.round.record();
  const board = boards.at(-1)?.board;
  const now = board && drawnNow(board, boards.at(-2)?.board);
  if (!now) return showBoard(session);
  tellBoard(session, now);
  session.talk.tell(note(`Drawn; with it the board has ${board.boxes.length} boxes, and /board shows them all.`));
}

function showBoard(session: Session): void {
  tellBoard(session, session.round.record().boards.at(-1)?.board ?? emptyBoard);
}

function tellBoard({ talk }: Session, board: Board): void {
  talk.tell({ who: "board", text: boardText(board, Math.min(talk.width, 100)) });
  for (const { line, text, why } of board.unread)
    talk.tell(note(`line ${line} was not read: ${text.slice(0, 60)} (${why})`));
}

/** How the person thinks that it went, and one answer again; leaving skips both. */
async function afterwards(session: Session): Promise<void> {
  const { talk } = session;
  for (const kind of ["self-assessment", "redo"] as const) {
    const text = await talk.listen({
      state: () => (kind === "redo" ? "once more, or Enter to skip" : "how did it go? Enter skips"),
    });
    if (text === undefined) return;
    const said = text.replace(/^\/redo\s*/, "");
    if (said.trim() === "" && kind === "redo") return;
    const moves = take(session, { kind, atSeconds: session.now(), text: said });
    await tellMoves(session, moves);
    if (!moves.some(({ topic }) => topic !== undefined)) return;
  }
}
