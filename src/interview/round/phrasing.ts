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

/** The first words of a quote, as they were said, short enough to be said back; `undefined` when it cannot be. */
export function excerpt(text: string, mostWords = 8): string | undefined {
  const words = [...text.matchAll(/\S+/gu)].slice(0, mostWords);
  const last = words.at(-1);
  if (!last) return undefined;
  const cut = text.slice(words[0]!.index, last.index + last[0].length).replace(/[\p{P}\s]+$/u, "");
  return cut.length > 0 && cut.length <= 80 && !unsayable.test(cut) ? cut : undefined;
}

/** What would spoil a sentence or its direction: line breaks, control and format characters, quotation and question marks. */
const unsayable = /[\p{Cc}\p{Cf}\p{Cs}"?\u0590-\u08FF]/u;
