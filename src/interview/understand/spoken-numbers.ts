import type { Lexeme } from "./lexemes.ts";

const units: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};
const tens: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  hundreds: 100,
  thousand: 1e3,
  thousands: 1e3,
  million: 1e6,
  millions: 1e6,
  mil: 1e6,
  mio: 1e6,
  billion: 1e9,
  billions: 1e9,
  trillion: 1e12,
  dozen: 12,
  dozens: 12,
};
const suffixes: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mm: 1e6, b: 1e9, bn: 1e9, mn: 1e6 };

/** Longer runs of number words are several numbers. */
const LONGEST_NUMBER_WORDS = 12;

/** A number read from words or digits, and the position after it. */
export interface ReadNumber {
  readonly value: number;
  readonly after: number;
  /** `a few`, `hundreds of`: no exact number was said. */
  readonly vague: boolean;
}

const textAt = (lexemes: readonly Lexeme[], at: number) => lexemes[at]?.text ?? "";

/** `10`, `10k`, `2.5 million`, `ten thousand`, `a couple of`, `half a million`, `point three`, `one hundred and fifty`. */
export function readNumber(lexemes: readonly Lexeme[], at: number): ReadNumber | undefined {
  return digits(lexemes, at) ?? vague(lexemes, at) ?? pointed(lexemes, at) ?? inWords(lexemes, at);
}

function digits(lexemes: readonly Lexeme[], at: number): ReadNumber | undefined {
  const found = lexemes[at];
  if (found?.kind !== "number" || (found.text.match(/\./g) ?? []).length > 1) return undefined;
  const value = Number(found.text.replaceAll(",", ""));
  if (!Number.isFinite(value)) return undefined;
  const next = lexemes[at + 1];
  const suffix = next?.glued && Object.hasOwn(suffixes, next.text) ? suffixes[next.text] : undefined;
  const minutes = next?.text === "m" && suffix !== undefined && readsAsMinutes(lexemes, at, value);
  if (suffix !== undefined && !minutes) return scaled(lexemes, { value: value * suffix, after: at + 2, vague: false });
  return scaled(lexemes, { value, after: at + 1, vague: false });
}

/** `5m` before a window or lifetime is five minutes; before users and rows it is five million. */
function readsAsMinutes(lexemes: readonly Lexeme[], at: number, value: number): boolean {
  const after = textAt(lexemes, at + 2);
  const before = textAt(lexemes, at - 1);
  const timed = /^(window|windows|ttl|count|counts|interval|timeout|lag|delay|bucket|buckets|cache)$/;
  return value <= 90 && (timed.test(after) || /^(every|ttl|within|last|past)$/.test(before) || timed.test(before));
}

function scaled(lexemes: readonly Lexeme[], read: ReadNumber): ReadNumber {
  let { value, after } = read;
  for (let words = 0; words < 2 && Object.hasOwn(scales, textAt(lexemes, after)); words += 1)
    value *= scales[textAt(lexemes, after++)]!;
  return { ...read, value, after };
}

function vague(lexemes: readonly Lexeme[], at: number): ReadNumber | undefined {
  const article = textAt(lexemes, at) === "a" ? 1 : 0;
  const word = textAt(lexemes, at + article);
  const of = textAt(lexemes, at + article + 1) === "of" ? 1 : 0;
  const after = at + article + 1;
  if (word === "couple") return scaled(lexemes, { value: 2, after: after + of, vague: true });
  if (word === "few" && article) return scaled(lexemes, { value: 3, after, vague: true });
  if (word === "half" && /^an?$/.test(textAt(lexemes, after)))
    return scaled(lexemes, { value: 0.5, after: after + 1, vague: false });
  if (Object.hasOwn(scales, word) && (article || /^(hundreds|thousands|millions|billions|dozens)$/.test(word)))
    return scaled(lexemes, {
      value: scales[word]!,
      after: after + (word.endsWith("s") ? of : 0),
      vague: word.endsWith("s"),
    });
  return undefined;
}

/** `point three`, `zero point zero five`. */
function pointed(lexemes: readonly Lexeme[], at: number): ReadNumber | undefined {
  const whole = textAt(lexemes, at) === "point" ? 0 : units[textAt(lexemes, at)];
  let after = textAt(lexemes, at) === "point" ? at + 1 : at + 2;
  if (whole === undefined || textAt(lexemes, after - 1) !== "point") return undefined;
  let written = "";
  while (written.length < 8 && Object.hasOwn(units, textAt(lexemes, after))) written += units[textAt(lexemes, after++)];
  return written === "" ? undefined : scaled(lexemes, { value: Number(`${whole}.${written}`), after, vague: false });
}

function inWords(lexemes: readonly Lexeme[], at: number): ReadNumber | undefined {
  let total = 0;
  let group = 0;
  let after = at;
  for (; after < at + LONGEST_NUMBER_WORDS; after += 1) {
    const word = textAt(lexemes, after);
    const small = Object.hasOwn(units, word) ? units[word] : Object.hasOwn(tens, word) ? tens[word] : undefined;
    if (small !== undefined) group += small;
    else if (after === at) return undefined;
    else if (word === "hundred") group *= 100;
    else if (Object.hasOwn(scales, word)) [total, group] = [(total + group) * scales[word]!, 0];
    else if (!joins(lexemes, after)) break;
  }
  return { value: total + group, after, vague: false };
}

/** `one hundred and fifty`, `twenty-five`: what stands between two words of one number. */
function joins(lexemes: readonly Lexeme[], at: number): boolean {
  const number = (word: string) => Object.hasOwn(units, word) || Object.hasOwn(tens, word);
  if (textAt(lexemes, at) === "and")
    return /^(hundred|thousand)$/.test(textAt(lexemes, at - 1)) && number(textAt(lexemes, at + 1));
  return (
    textAt(lexemes, at) === "-" &&
    lexemes[at]!.glued &&
    Object.hasOwn(tens, textAt(lexemes, at - 1)) &&
    number(textAt(lexemes, at + 1))
  );
}
