import type { Input } from "../record.ts";
import type { RoundState } from "./state.ts";

/**
 * Whether a text would give away a fact that nobody asked for yet. Words that are said back between quotation marks, and
 * words that the candidate has used before, give nothing away.
 */
export function givesAway({ brief, told, entries }: RoundState, text: string): boolean {
  const own = text.replaceAll(/"[^"]*"/gu, " ").toLowerCase();
  const secrets = brief.facts.filter((fact) => !told.has(fact)).flatMap(({ secret }) => secret);
  const held = secrets.map((words) => words.toLowerCase()).filter((words) => holdsWords(own, words));
  return held.some((words) => !entries.some((entry) => entry.who === "candidate" && holds(entry.input, words)));
}

function holds(input: Input, words: string): boolean {
  return "text" in input && input.text.toLowerCase().includes(words);
}

/** Whether words stand in a text as whole words. */
export function holdsWords(text: string, words: string): boolean {
  const letter = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!letter.test(text[at - 1] ?? " ") && !letter.test(text[at + words.length] ?? " ")) return true;
  }
  return false;
}
