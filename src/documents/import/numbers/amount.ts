import type { Language } from "../words.ts";
import { letters, multiples } from "./units.ts";

/** Digits of a number, grouped or not. */
export const DIGITS = String.raw`\d{1,3}(?:[   ’']\d{3})+(?:[.,]\d+)?(?!\d)|\d{1,3}(?:[.,]\d{3}){2,}(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?(?:[.,]\d+)?`;

/** Letters and words behind the digits that multiply them. */
export const MULTIPLE = `(?:[kKMB](?![\\p{L}\\d])|[   ]?(?:${multiples.map(([, spelling]) => spelling).join("|")})(?!\\p{L}))`;

export interface Amount {
  readonly value: number;
  /** As it is written in the format: `10M`, `0.30`, `8k`. */
  readonly text: string;
  /** Why the number can be read in two ways. */
  readonly doubt?: string;
}

/** Reads digits with the decimal mark of the language of the document. */
export function readAmount(digits: string, multiple: string | undefined, language: Language | undefined): Amount {
  const plain = plainDigits(digits.replace(/[   ’']/g, ""), language);
  if (plain === undefined) return { value: NaN, text: digits, doubt: `${digits} can be read in two ways` };
  const word = multiple?.trim();
  if (!word) return { value: Number(plain), text: shortened(plain) };
  const factor = factorOf(word, language);
  if (factor === undefined)
    return { value: NaN, text: digits, doubt: `\`${word}\` is not the same number in every language` };
  return { value: Number(plain) * factor, text: scaled(plain, factor) };
}

function plainDigits(digits: string, language: Language | undefined): string | undefined {
  const marks = digits.match(/[.,]/g) ?? [];
  if (marks.length === 0) return digits;
  if (new Set(marks).size === 2 && marks.length >= 2) {
    const last = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
    return `${digits.slice(0, last).replace(/[.,]/g, "")}.${digits.slice(last + 1)}`;
  }
  if (marks.length > 1) return digits.replace(/[.,]/g, "");
  return oneMark(digits, marks[0] as "." | ",", language);
}

/** A single mark before three digits groups thousands in one language and starts decimals in another. */
function oneMark(digits: string, mark: "." | ",", language: Language | undefined): string | undefined {
  const [whole, rest] = digits.split(mark) as [string, string];
  if (rest.length !== 3 || whole.startsWith("0") || whole.length > 3) return `${whole}.${rest}`;
  if (language === "en") return mark === "," ? whole + rest : `${whole}.${rest}`;
  return mark === "." && language !== undefined && language !== "fr" ? whole + rest : undefined;
}

function factorOf(word: string, language: Language | undefined): number | undefined {
  if (Object.hasOwn(letters, word)) return letters[word];
  const known = multiples.find(([, spelling]) => new RegExp(`^(?:${spelling})$`, "u").test(word));
  if (!known || (known[2] && (language === undefined || known[2].includes(language)))) return undefined;
  return known[0];
}

const suffixes: readonly (readonly [number, string])[] = [
  [1e12, "T"],
  [1e9, "B"],
  [1e6, "M"],
  [1e3, "k"],
];

function scaled(plain: string, factor: number): string {
  const suffix = suffixes.find(([size]) => size === factor)?.[1] ?? "";
  return plain + suffix;
}

/** `10000000` → `10M`; what would need more than one decimal stays as it is. */
function shortened(plain: string): string {
  const value = Number(plain);
  if (!/^\d{5,}$/.test(plain) || !Number.isSafeInteger(value)) return plain;
  const fits = suffixes.find(([size]) => value >= size && (value * 10) % size === 0);
  return fits ? `${value / fits[0]}${fits[1]}` : plain;
}
