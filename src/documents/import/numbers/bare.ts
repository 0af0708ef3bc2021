import type { Language } from "../words.ts";
import { DIGITS } from "./amount.ts";
import { findNumbers, type RawNumber } from "./find.ts";

const ALONE = new RegExp(`^\\s*(?:[<>≤≥=~]=?\\s*)?(?:${DIGITS})\\s*$`, "u");

/**
 * A number without a unit whose unit stands in the words over or before it: `p99 (ms) | 80`, `Peak QPS: 600`.
 *
 * @param words  head of its column, first cell of its row, label
 */
export function bareNumber(
  text: string,
  words: readonly string[],
  language: Language | undefined,
): RawNumber | undefined {
  if (!ALONE.test(text)) return undefined;
  const trimmed = text.trimEnd();
  for (const unit of words.flatMap(unitsIn)) {
    const [found] = findNumbers(`${trimmed} ${unit}`, language);
    if (found && found.end > trimmed.length) return { ...found, end: trimmed.length };
  }
  return named(trimmed, words, language);
}

/** Units in parentheses, and units that stand in the words themselves. */
function unitsIn(words: string): string[] {
  const inside = [...words.matchAll(/[([]([^()[\]]{1,24})[)\]]/g)].map((match) => match[1]!.trim());
  const last =
    /(?:^|\s)(QPS|RPS|users|items|MAU|DAU|engineers|Nutzer|Artikel|utilisateurs|usuarios|requests\/s|events\/s)\s*$/iu.exec(
      words,
    );
  return [...inside, ...(last ? [last[1]!] : [])];
}

/** `NDCG@10 | ≥ 0.30` */
function named(text: string, words: readonly string[], language: Language | undefined): RawNumber | undefined {
  for (const name of words) {
    const lead = `${name.replace(/\([^()]*\)/g, "").trim()} = `;
    const [found] = findNumbers(`${lead}${text.replace(/^\s*[<>≤≥=~]=?\s*/, "")}`, language);
    if (!found || found.kind !== "number") continue;
    const sign = /^\s*([<>≤≥]=?)/.exec(text)?.[1]?.replace("≤", "<=").replace("≥", ">=");
    const digits = /\d/.exec(text)!.index;
    return {
      start: digits,
      end: text.length,
      kind: "number",
      quantity: found.quantity!,
      ...(sign && { comparison: sign }),
    };
  }
  return undefined;
}
