import type { Block, Span } from "../../documents/index.ts";
import type { Quote } from "../statement.ts";

/** Control characters, and those that turn the direction of the text around them. */
const unseen = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Words as they can be printed: white space stays, what would only change how its surroundings look does not. */
const printable = (words: string): string => words.replaceAll(unseen, (one) => (/\s/u.test(one) ? one : ""));

export const text = (words: string): Span => ({ text: printable(words) });
export const strong = (words: string): Span => ({ text: printable(words), as: "strong" });
export const soft = (words: string): Span => ({ text: printable(words), as: "soft" });
export const paragraph = (...spans: readonly Span[]): Block => ({ kind: "paragraph", spans });
export const list = (items: readonly (readonly Span[])[]): Block => ({ kind: "list", items });

/** `12:05`, of the round. */
export function minuteText(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

const longestQuote = 240;

/** Word for word, with its minute; a long one is cut between words, and what is left stays word for word. */
export function quoteSpans({ text: said, atSeconds }: Quote): Span[] {
  return [text(`“${cut(said)}”`), soft(` (${minuteText(atSeconds)})`)];
}

function cut(said: string): string {
  if (said.length <= longestQuote) return said;
  const end = said.slice(0, longestQuote).search(/\s\S*$/u);
  return `${said.slice(0, end > 0 ? end : longestQuote)} …`;
}
