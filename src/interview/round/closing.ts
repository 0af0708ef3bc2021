import { coverage } from "../ledger/coverage.ts";
import { tooLittle } from "../ledger/ledger-of.ts";
import type { TopicState } from "../ledger/ledger.ts";
import { wordsIn } from "../ledger/own-words.ts";
import type { Input, Move } from "../record.ts";
import { wordingsOf } from "./ask.ts";
import { listFacts } from "./answering.ts";
import { listen } from "./observe.ts";
import { recordOf, type RoundState } from "./state.ts";
import { isNew, isSayable, utter } from "./utter.ts";
import { asksRedo, asksSelf, thanks } from "./words.ts";

/** How long an answer that began in time may still take, in seconds. */
export const graceSeconds = 60;

export function isOver({ setup, lastSeconds }: RoundState): boolean {
  return lastSeconds >= 60 * setup.minutes;
}

/** Whether something came so late that it does not belong to the round any more. */
export function isTooLate({ setup, lastSeconds }: RoundState): boolean {
  return lastSeconds > 60 * setup.minutes + graceSeconds;
}

/** Ends the round, and asks how it went. A round that nobody stopped ended when its time was over. */
export function close(state: RoundState): Move[] {
  state.endedSeconds = isTooLate(state) ? 60 * state.setup.minutes : state.lastSeconds;
  state.phase = "self-assessment";
  return utter(state, { kind: "close", text: asksSelf[state.setup.style] });
}

/** What may still happen after the end: the self-assessment, one answer again, and a look at the facts. */
export function afterwards(state: RoundState, input: Input): Move[] {
  if (input.kind === "facts") return listFacts(state);
  if (input.kind === "self-assessment" && state.phase === "self-assessment") return askAgain(state);
  if (input.kind === "redo" && state.phase !== "over") {
    listen(state, input.text);
    return thank(state);
  }
  return [];
}

/** The weakest answer, asked in other words; nothing where too little was said to call any answer weak. */
function askAgain(state: RoundState): Move[] {
  const again = tooLittle(recordOf(state)) ? undefined : weakest(state);
  if (!again) return thank(state);
  state.phase = "redo";
  state.openTopic = again.topic;
  return utter(state, { kind: "close", text: `${asksRedo} ${again.text}`, topic: again.topic });
}

function thank(state: RoundState): Move[] {
  state.phase = "over";
  return utter(state, { kind: "close", text: thanks });
}

const weakestFirst: readonly TopicState[] = ["contradicted", "mentioned", "missing"];

/** Of the topics that were asked about, then of those that had to be discussed, the one with the weakest answer. */
function weakest(state: RoundState): { readonly topic: string; readonly text: string } | undefined {
  const covered = coverage(state);
  const asked = state.brief.agenda.filter((topic) => [...state.asked].some((key) => key.startsWith(`${topic} `)));
  const topics = [...new Set([...asked, ...state.brief.mustDiscuss])];
  const ranked = weakestFirst.flatMap((one) =>
    topics.filter((topic) => (covered.get(topic)?.state ?? "missing") === one),
  );
  return firstDefined(ranked, (topic) => otherWords(state, topic));
}

function otherWords(state: RoundState, topic: string) {
  const forms = (["probe", "guide", "number", "trade-off"] as const).flatMap((kind) =>
    wordingsOf(state.topicById.get(topic), kind),
  );
  const text = forms.filter((form) => isNew(state, form) && isSayable(state, form)).find((form) => wordsIn(form) <= 30);
  return text === undefined ? undefined : { topic, text };
}

function firstDefined<From, To>(list: readonly From[], find: (one: From) => To | undefined): To | undefined {
  for (const one of list) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
