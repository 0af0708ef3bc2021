import type { Input, Move, RoundRecord, RoundSetup } from "../record.ts";
import { acknowledge, acknowledges } from "./acknowledge.ts";
import { answer, listFacts, questionsIn } from "./answering.ts";
import { firstOf } from "./ask.ts";
import { changeRequirements } from "./change.ts";
import { afterwards, close, isOver, isTooLate } from "./closing.ts";
import { calledDrill, remarkOnSize, tryDrill } from "./drilling.ts";
import { guide, hint } from "./guide.ts";
import { nextQuestion } from "./next-question.ts";
import { listen, look, type Turn } from "./observe.ts";
import type { RoundParts } from "./parts.ts";
import { filled } from "./phrasing.ts";
import { coverage } from "../ledger/coverage.ts";
import { wordsIn } from "../ledger/own-words.ts";
import { enterFirst, interruptWhenOver } from "./stages.ts";
import { newState, recordOf, type RoundState } from "./state.ts";
import { utter } from "./utter.ts";
import { howItGoes } from "./words.ts";

/** A round that is going on. It changes by inputs alone: the same ones, taken again, give the same moves. */
export interface Round {
  /** What the interviewer says before anything was said. */
  readonly opening: readonly Move[];
  /** Takes what the candidate does next, and gives what the interviewer does then; often nothing. */
  take(input: Input): readonly Move[];
  /** All that happened so far. */
  record(): RoundRecord;
}

/**
 * Begins a round. To resume one, begin it with the same setup and parts and take its inputs again.
 *
 * @throws {Problem} `interview/no-such-problem`, `interview/no-design`, or the first mistake of the person's own design
 */
export function openRound(setup: RoundSetup, parts: RoundParts): Round {
  const state = newState(setup, parts);
  enterFirst(state);
  const goes = filled(howItGoes[setup.style], { minutes: String(setup.minutes) });
  const opening = utter(state, { kind: "open", text: `${state.brief.presents}\n\n${goes}` });
  return { opening, take: (input) => take(state, input), record: () => recordOf(state) };
}

function take(state: RoundState, input: Input): Move[] {
  const atSeconds = Number.isFinite(input.atSeconds) ? Math.max(input.atSeconds, state.lastSeconds) : state.lastSeconds;
  const steady = { ...input, atSeconds };
  state.lastSeconds = atSeconds;
  state.entries.push({ who: "candidate", input: steady });
  if (state.phase !== "going") return afterwards(state, steady);
  if (isTooLate(state)) return close(state);
  const moves = respond(state, steady);
  return isOver(state) && state.phase === "going" ? [...moves, ...close(state)] : moves;
}

function respond(state: RoundState, input: Input): Move[] {
  switch (input.kind) {
    case "say":
      return replyTo(state, input.text);
    case "draw":
      return lookAt(state, input.text);
    case "facts":
      return listFacts(state);
    case "hint":
      return hint(state);
    case "drill":
      return calledDrill(state, input.text);
    case "end":
      return close(state);
    case "tick":
      return waited(state);
    case "redo":
    case "self-assessment":
      return [];
  }
}

/** Words beside its questions from which a turn is an answer too, and is followed by a question. */
const alsoAnswers = 30;

function replyTo(state: RoundState, text: string): Move[] {
  state.heardSeconds = state.lastSeconds;
  const turn = listen(state, text);
  if (isOver(state)) return answer(state, text);
  const cut = interruptWhenOver(state, turn);
  const answers = answer(state, text);
  const asking = questionsIn(text).reduce((sum, question) => sum + wordsIn(question), 0);
  if (answers.length > 0 && turn.words - asking < alsoAnswers) return [...cut, ...answers];
  const isHeard = turn.isFresh && cut.length === 0 && acknowledges(state);
  const before = [...cut, ...answers, ...(isHeard ? acknowledge(state, turn) : [])];
  const question = oneQuestion(state, turn);
  const isSilent = before.length + question.length === 0;
  return isSilent && turn.isFresh ? acknowledge(state, turn) : [...before, ...question];
}

function oneQuestion(state: RoundState, turn: Turn): Move[] {
  return firstOf(
    () => changeRequirements(state),
    () => tryDrill(state),
    () => nextQuestion(state, turn),
  );
}

function lookAt(state: RoundState, text: string): Move[] {
  state.heardSeconds = state.lastSeconds;
  look(state, text);
  return isOver(state) ? [] : [...interruptWhenOver(state), ...remarkOnSize(state)];
}

/** Seconds of silence after which a guiding question is asked. */
const silenceSeconds = 90;

function waited(state: RoundState): Move[] {
  if (isOver(state)) return [];
  const cut = interruptWhenOver(state);
  if (cut.length > 0 || state.lastSeconds - state.heardSeconds < silenceSeconds) return cut;
  state.heardSeconds = state.lastSeconds;
  state.emptyTurns++;
  return state.emptyTurns > 2 ? [] : guide(state, coverage(state));
}
