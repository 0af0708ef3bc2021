import { wordsIn } from "../ledger/own-words.ts";
import type { RoundState } from "./state.ts";

/**
 * One of several wordings, by chance, none again before all were used.
 *
 * @param deck  name under which it is remembered what was used
 * @returns `undefined` when all were used and `once` is set
 */
export function wording(
  { decks, random }: RoundState,
  deck: string,
  forms: readonly string[],
  { once = false } = {},
): string | undefined {
  const dealt = decks.get(deck);
  const left = dealt?.length ? dealt : dealt && once ? [] : shuffled(forms.length, random);
  const at = left.pop();
  decks.set(deck, left);
  return at === undefined ? undefined : forms[at];
}

function shuffled(count: number, random: RoundState["random"]): number[] {
  return random.shuffle(Array.from({ length: count }, (_, at) => at));
}

/** Puts values into the places of a wording: `{section}`. */
export function filled(form: string, values: Readonly<Record<string, string>>): string {
  return form.replace(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? "");
}

/**
 * A piece of a quote, as it was said, short enough to be said back: its longest part between commas, with a number in it
 * where that is wanted, else its first words; `undefined` when it cannot be said back.
 */
export function excerpt(text: string, { mostWords = 9, withNumber = false } = {}): string | undefined {
  const parts = text.split(/[,;:()]\s/u).map((part) => part.trim());
  const fitting = parts.filter((part) => wordsIn(part) >= 4 && wordsIn(part) <= mostWords);
  const longest = fitting.toSorted((a, b) => wordsIn(b) - wordsIn(a));
  const wanted = withNumber ? longest.find((part) => /\d/u.test(part)) : undefined;
  const cut = tidy(wanted ?? longest[0] ?? firstWords(text, mostWords));
  return cut.length > 0 && cut.length <= 90 && !unsayable.test(cut) ? cut : undefined;
}

function firstWords(text: string, count: number): string {
  const words = [...text.slice(0, 400).matchAll(/\S+/gu)].slice(0, count);
  const last = words.at(-1);
  return last ? text.slice(words[0]!.index, last.index + last[0].length) : "";
}

/** Without the marks and small words at its ends, which lead on to what was cut off. */
function tidy(text: string): string {
  const bare = text
    .replace(/[.,;:!…\s–—-]+$/u, "")
    .replace(/^(?:and|so|but|because|since|then|which|say|well|ok|okay)\s/iu, "");
  const shorter = bare.replace(leadingOn, "");
  return shorter === bare ? bare : tidy(shorter);
}

const leadingOn =
  /\s(?:an?|the|of|in|on|at|to|for|with|by|from|and|or|but|that|which|as|is|are|be|it|we|i|i['’]d|our|my|its|so|than|too)$/iu;

/** What would spoil a sentence or its direction: line breaks, control and format characters, quotation marks, code. */
const unsayable = /[\p{Cc}\p{Cf}\p{Cs}"?{}<>`\\|\u0590-\u08FF]/u;
