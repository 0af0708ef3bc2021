import type { Move } from "../record.ts";
import type { Topic } from "../topic.ts";
import { isNew, isSayable, utter } from "./utter.ts";
import type { RoundState } from "./state.ts";

/** Kinds of questions about a topic. No topic is asked about twice with one kind, in whatever words. */
export type QuestionKind = "probe" | "number" | "trade-off" | "guide";

/** Asks about a topic, once for each kind. Gives no move when that was asked, has no wording, or is too long now. */
export function ask(state: RoundState, topic: string, kind: QuestionKind): Move[] {
  if (wasAsked(state, topic, kind)) return [];
  const fitting = wordingsOf(state.topicById.get(topic), kind).filter((text) => isNew(state, text));
  const sayable = fitting.filter((text) => isSayable(state, text));
  const text = sayable[state.random.int(Math.max(1, sayable.length))];
  return text === undefined ? [] : askWith(state, { topic, kind, text });
}

/** Asks about a topic in given words. */
export function askWith(
  state: RoundState,
  { topic, kind, text }: { readonly topic: string; readonly kind: QuestionKind; readonly text: string },
): Move[] {
  if (wasAsked(state, topic, kind) || !isNew(state, text)) return [];
  const moves = utter(state, { kind, text, topic });
  if (moves.length === 0) return [];
  state.asked.add(`${topic} ${kind}`);
  state.openTopic = topic;
  return moves;
}

export function wasAsked({ asked }: RoundState, topic: string, kind: QuestionKind): boolean {
  return asked.has(`${topic} ${kind}`);
}

/** Wordings of a kind of question about a topic. */
export function wordingsOf(topic: Topic | undefined, kind: QuestionKind): readonly string[] {
  const { probe = [], number = [], tradeOff = [], guide = [] } = topic?.asks ?? {};
  return { probe, number, "trade-off": tradeOff, guide }[kind];
}

/** The moves of the first of several things to do that comes to any. */
export function firstOf(...tries: readonly (() => Move[])[]): Move[] {
  for (const attempt of tries) {
    const moves = attempt();
    if (moves.length > 0) return moves;
  }
  return [];
}
