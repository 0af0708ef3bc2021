import type { Style } from "../record.ts";

/** A question to a language model, and what it must keep to. */
export interface PhrasingPrompt {
  readonly system: string;
  readonly text: string;
}

/**
 * Asks for other words for what an interviewer says. The words come as data between marks, and nothing that a candidate
 * said is part of it, so that no candidate speaks to the model.
 */
export function phrasingPrompt(words: string, style: Style): PhrasingPrompt {
  return {
    system: [
      `You lend your voice to ${style === "coach" ? "a friendly coach" : "a calm interviewer"} in a system design interview.`,
      "Say what stands between the marks in your own words, as it would be spoken. Keep every number, every name and every",
      "part in quotation marks exactly. Add no fact, no hint, no praise and no second question. Answer with the words alone.",
    ].join(" "),
    text: `<<<\n${words}\n>>>`,
  };
}

/** Words that a model gave, or why they are not used. */
export type Phrased = { readonly text: string } | { readonly refused: string };

const praise =
  /\b(?:great|excellent|perfect|impressive|brilliant|awesome|fantastic|well done|good job|nice work|exactly right|correct)\b/iu;

/**
 * Holds a model's words against those that they are to replace.
 *
 * @param secrets  words of hidden facts that were not asked for yet
 */
export function acceptPhrasing(original: string, reply: string, secrets: readonly string[]): Phrased {
  const text = reply.trim();
  const tests: readonly (readonly [isWrong: boolean, why: string])[] = [
    [text === "", "it said nothing"],
    [/[^\P{C}\n]/u.test(text), "it holds control characters"],
    [text.length > Math.max(200, 1.6 * original.length), "it is too long"],
    [numbersOf(text).join() !== numbersOf(original).join(), "its numbers are others"],
    [quotesOf(original).some((quote) => !text.includes(quote)), "it changed what was quoted"],
    [count(text, "?") > count(original, "?"), "it asks more"],
    [count(original, "?") > 0 && count(text, "?") === 0, "it does not ask"],
    [praise.test(text) && !praise.test(original), "it praises"],
    [secrets.some((secret) => holds(text, secret) && !holds(original, secret)), "it gives away what was not asked"],
    [addsNumberWords(original, text), "its numbers are others"],
  ];
  const refused = tests.find(([isWrong]) => isWrong);
  return refused ? { refused: refused[1] } : { text };
}

const numbersOf = (text: string): string[] =>
  (text.match(/\d+(?:[.,]\d+)*/gu) ?? []).map((one) => one.replaceAll(",", "")).toSorted();
const numberWords =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|twice|double|triple|quarter|third)\b/giu;
/** Numbers in words that were not in the original, in words or otherwise: `five million` for a fact that is not told yet. */
const addsNumberWords = (original: string, text: string): boolean => {
  const known = new Set(original.toLowerCase().match(numberWords) ?? []);
  return (text.toLowerCase().match(numberWords) ?? []).some((word) => !known.has(word));
};
const quotesOf = (text: string): string[] => text.match(/"[^"]+"|“[^”]+”/gu) ?? [];
const count = (text: string, sign: string): number => text.split(sign).length - 1;
const holds = (text: string, words: string): boolean => text.toLowerCase().includes(words.toLowerCase());
