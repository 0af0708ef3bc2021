import { wordsIn } from "../ledger/own-words.ts";
import type { Move } from "../record.ts";
import type { HiddenFact } from "../problem.ts";
import { wording } from "./phrasing.ts";
import type { RoundState } from "./state.ts";
import { utter } from "./utter.ts";
import * as words from "./words.ts";

/** Questions of one turn that are looked at, and letters of a turn in which they are looked for. */
const mostQuestions = 12;
const mostLetters = 8_000;

const opensQuestion =
  /^(?:(?:and|so|also|ok(?:ay)?|first|then|well|hmm|um)[, ]+)*(?:what|how|who|whose|where|when|which|why|do|does|did|is|are|was|can|could|would|should|will|any|tell me|i(?:'d| would)? (?:like|want|need) to (?:know|ask|understand)|let me ask|may i ask)\b/iu;

/** Sentences of a turn that ask for something. */
export function questionsIn(text: string): string[] {
  const sentences = text.slice(-mostLetters).match(/(?:[^.?!\n]|\.(?=\S))+[.?!]*/gu) ?? [];
  const asking = sentences.map((one) => one.trim()).filter((one) => one.endsWith("?") || asksWithoutMark(one));
  return [...new Set(asking)].slice(-mostQuestions);
}

/** `Tell me the traffic.`; a sentence that begins like a question and does not end like one is one only when short. */
function asksWithoutMark(sentence: string): boolean {
  return opensQuestion.test(sentence) && wordsIn(sentence) <= 14;
}

/** Answers all questions of a turn from what the interviewer has in hand, each fact once, in one move. */
export function answer(state: RoundState, text: string): Move[] {
  const questions = questionsIn(text);
  if (questions.length === 0) return [];
  const { problem } = state.brief;
  if (!problem) return answerAboutOwn(state, text);
  const facts = new Set(questions.flatMap((question) => state.parts.factsFor(question, problem)));
  if (facts.size === 0) return answerWithoutFact(state, text);
  const now = fresh(state, facts);
  return now.length > 0 ? tell(state, now) : tellAgain(state, [...facts]);
}

function fresh({ told }: RoundState, facts: ReadonlySet<HiddenFact>): HiddenFact[] {
  return [...facts].filter((fact) => !told.has(fact));
}

function tell(state: RoundState, facts: readonly HiddenFact[]): Move[] {
  for (const fact of facts) state.told.add(fact);
  return utter(state, { kind: "answer", text: tellsOf(facts), facts: facts.map(idOf) });
}

/** What was told is told a second time when it is asked a second time, and then no more: it stands in the facts. */
function tellAgain(state: RoundState, facts: readonly HiddenFact[]): Move[] {
  const again = facts.filter((fact) => !state.toldAgain.has(fact));
  if (again.length === 0) return [];
  for (const fact of again) state.toldAgain.add(fact);
  return utter(state, { kind: "answer", text: `${words.toldBefore} ${tellsOf(again)}`, facts: again.map(idOf) });
}

function tellsOf(facts: readonly HiddenFact[]): string {
  return facts.map(({ tells }) => tells).join(" ");
}

const idOf = ({ id }: HiddenFact) => id;

/** Only a question that ends the turn waits for an answer; one that goes on was thinking aloud. */
function answerWithoutFact(state: RoundState, text: string): Move[] {
  if (!/\?\s*$/u.test(text)) return [];
  const said = wording(state, "no fact", state.parts.noFact, { once: true });
  return said === undefined ? [] : utter(state, { kind: "answer", text: said });
}

function answerAboutOwn(state: RoundState, text: string): Move[] {
  if (!/\?\s*$/u.test(text)) return [];
  const said = wording(state, "your system", words.yourSystem, { once: true });
  return said === undefined ? [] : utter(state, { kind: "answer", text: said });
}

/** What was told so far, when the candidate asks to see it. */
export function listFacts(state: RoundState): Move[] {
  const facts = [...state.told];
  if (facts.length === 0) return utter(state, { kind: "facts", text: words.nothingTold, facts: [] });
  const lines = facts.map(({ tells }) => `- ${tells}`);
  return utter(state, { kind: "facts", text: [words.told, ...lines].join("\n"), facts: facts.map(idOf) });
}
