import type { Plain } from "./plain.ts";
import { part } from "./plain.ts";
import { cautions, deferralWords, denials, openWords, promptWords, reviewerWords } from "./lexicon/traps.ts";
import { remembering } from "./remembering.ts";
import { folded } from "./words.ts";

const longestOpen = 160;
const longestDeferral = 25;

/** `TBD`, `unknown`, `noch offen`: asked and not answered. */
export const isOpen = remembering((text) => text.length <= longestOpen && openWords.test(folded(text)));

/** `phase 2`, `später`: answered with another day. */
export const isDeferral = remembering(
  (text) => folded(text).split(" ").length <= longestDeferral && deferralWords.test(folded(text)),
);

/** A sentence that speaks to the reviewer, or approves of itself. */
export const isToReviewer = remembering((text) => {
  const words = folded(text).slice(0, 2000);
  return reviewerWords.some((pattern) => pattern.test(words));
});

/** A line that a template left for its writer: a question, an instruction, a choice of words. */
export const isPrompt = (text: string, italic: boolean): boolean =>
  text.length <= 400 && (asksInAnyType(text) || (italic && asksInItalics(text)));

const asksInAnyType = remembering((text) => {
  if (isQuestion(text)) return true;
  const words = withoutMarks(text);
  return promptWords.some((pattern) => pattern.test(words)) || isChoice(words);
});

const asksInItalics = (text: string): boolean =>
  /^(?:describe|explain|list|define|what|which|how|who|why|your|give|name)\b/u.test(withoutMarks(text));

const withoutMarks = (text: string): string => folded(text.replace(/^[_*]+|[_*]+$/g, ""));

/** Every sentence of it asks; `(e.g., CTR, Conversion)` in it does not end a sentence. */
function isQuestion(text: string): boolean {
  const bare = text
    .replace(/\([^()]*\)/g, "")
    .replace(/\b(?:e\.g|i\.e|z\.\s?B|p\.\s?ex)\./gi, "")
    .trim();
  const sentences = bare.split(/(?<=[.!?])\s+/).filter((sentence) => sentence.trim() !== "");
  return sentences.length > 0 && sentences.every((sentence) => /\?\s*$/.test(sentence));
}

/** `Classification / Ranking / Generation`: words to choose from, parted by slashes and without a number. */
function isChoice(words: string): boolean {
  const choices = words.split(/\s\/\s/);
  return choices.length >= 3 && !/\d/.test(words) && choices.every((choice) => choice.split(" ").length <= 3);
}

/** Why a number in this sentence, and in this clause of it, is no demand; `undefined` where nothing speaks against it. */
export function cautionOf(sentence: string, clause = ""): string | undefined {
  return cautionIn(sentence) ?? (denials.test(clause) ? "it is denied" : undefined);
}

const cautionIn = remembering((sentence) => {
  const words = folded(sentence);
  return cautions.find(([, pattern]) => pattern.test(words))?.[0];
});

/** Sentences of a text with their places; abbreviations and decimal points end none. */
export function sentencesOf(plain: Plain): { plain: Plain; start: number; end: number }[] {
  const ends: number[] = [];
  for (const { index, 0: mark } of plain.text.matchAll(
    /(?<!\b(?:e\.g|i\.e|ca|bzw|z\.\s?B|p\.\s?ex|vs|Mio|Mrd|Tsd|approx|max|min|etc))[.!?]+(?=\s+[\p{Lu}\d"„«(]|\s*$)|\n(?=\S)/gu,
  ))
    ends.push(index + mark.length);
  if (ends.at(-1) !== plain.text.length) ends.push(plain.text.length);
  return ends
    .map((end, i) => ({ start: ends[i - 1] ?? 0, end }))
    .map(({ start, end }) => ({ plain: part(plain, start, end), start, end }))
    .filter((sentence) => sentence.plain.text !== "");
}
