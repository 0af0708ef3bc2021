import { remembering } from "./remembering.ts";

/** Lower case, without accents and doubled blanks, so that spellings of one word are equal; the length may differ. */
export const folded = remembering(fold);

/** The words of a heading or label, without its number, its marks and what stands in parentheses behind it. */
export const labelWords = remembering(readLabel);

// oxlint-disable-next-line no-control-regex
const ASCII = /^[\u0000-\u007f]*$/;

function fold(text: string): string {
  const plain = ASCII.test(text) ? text : text.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("ß", "ss");
  return plain
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/[\s_]+/g, " ")
    .trim();
}

function readLabel(text: string): string {
  return folded(text)
    .replace(/^[^\p{L}\d§]+/u, "")
    .replace(
      /^(?:phase|step|stage|part|section|schritt|teil|kapitel|etape|partie|paso|parte|seccion|§)\s*\d+\s*[:.)–—-]\s*/u,
      "",
    )
    .replace(/^(?:\d+(?:\.\d+)*|[ivx]+|[a-h])[.):]\s*|^\d+(?:\.\d+)*\s+/u, "")
    .replace(/\s*\([^()]*\)\s*$/u, "")
    .replace(/[\s:*?!.]+$/u, "")
    .trim();
}

export const languages = ["en", "de", "fr", "es", "pt", "it"] as const;
export type Language = (typeof languages)[number];

/** Words that are frequent in one language and rare in the others. */
const frequent: Readonly<Record<Language, string>> = {
  en: "the and of to is we for with that are on by from be this it at which our",
  de: "der die das und ist wir für mit nicht ein eine den dem von auf wird werden im zu bei",
  fr: "le les et est nous pour avec dans des une du sur par qui au pas sont aux ce",
  es: "el los y es para con las una del por que en se como al su más nuestro",
  pt: "o os e é para com as uma do da por que em não se como ao dos das",
  it: "il gli e è per con le una del della che di non si come alla dei nel",
};

/** The language of a text; `undefined` when no language stands out, so that a comma in a number stays uncertain. */
export function languageOf(text: string): Language | undefined {
  const counts = new Map<string, number>();
  for (const [word] of text
    .slice(0, 60_000)
    .toLowerCase()
    .matchAll(/\p{L}+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  const scores = languages
    .map((language) => ({ language, score: scoreOf(frequent[language], counts) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scores;
  return best!.score >= 3 && best!.score > second!.score * 1.2 ? best!.language : undefined;
}

const scoreOf = (words: string, counts: ReadonlyMap<string, number>): number =>
  words.split(" ").reduce((sum, word) => sum + (counts.get(word) ?? 0), 0);
