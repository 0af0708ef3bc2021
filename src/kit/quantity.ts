import { Problem, type Place } from "./problem.ts";

/**
 * A number as a person writes it, read once. The field that carries the number names its unit; `text` keeps the words.
 */
export type Quantity =
  | { readonly kind: "duration"; readonly text: string; readonly seconds: number }
  | { readonly kind: "rate"; readonly text: string; readonly perSecond: number }
  | { readonly kind: "count"; readonly text: string; readonly count: number }
  | { readonly kind: "share"; readonly text: string; readonly share: number; readonly relative: boolean }
  | { readonly kind: "money"; readonly text: string; readonly usdPerMonth: number }
  | { readonly kind: "cost"; readonly text: string; readonly usd: number }
  | { readonly kind: "unitCost"; readonly text: string; readonly usdPerUnit: number; readonly unit: string }
  | { readonly kind: "bytes"; readonly text: string; readonly bytes: number }
  | { readonly kind: "growth"; readonly text: string; readonly factor: number; readonly overSeconds: number };

export type QuantityKind = Quantity["kind"];
export type QuantityOf<Kind extends QuantityKind> = Extract<Quantity, { kind: Kind }>;

export type Comparison = "<=" | ">=" | "<" | ">" | "=";

/** A bound such as `<= 80ms` or `>= 0.30`. */
export interface Bound<Kind extends QuantityKind = QuantityKind> {
  readonly text: string;
  readonly comparison: Comparison;
  readonly quantity: QuantityOf<Kind>;
}

const SECONDS: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  ms: 1e-3,
  s: 1,
  min: 60,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  y: 31_557_600,
};
const MULTIPLES: Readonly<Record<string, number>> = { "": 1, k: 1e3, M: 1e6, B: 1e9, G: 1e9, T: 1e12 };
const BYTES: Readonly<Record<string, number>> = {
  B: 1,
  kB: 1e3,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
  TiB: 1024 ** 4,
};
/** No quantity is longer; a longer text is refused before any pattern is tried on it. */
const LONGEST_TEXT = 80;
const MONTH_SECONDS = SECONDS["y"]! / 12;

/** How each kind is written, for messages and for the reference page. */
export const quantityExamples: Readonly<Record<QuantityKind, readonly string[]>> = {
  duration: ["80ms", "1m", "24h", "30d", "2y"],
  rate: ["600/s", "5k/d"],
  count: ["53k", "10M", "300"],
  share: ["5%", "0.05", "5% relative"],
  money: ["8k $/month", "2M $/year"],
  cost: ["12 $", "0.40 $", "3k $"],
  unitCost: ["0.25 $ per label", "0.40 $ per 1k requests"],
  bytes: ["512MB", "2GiB"],
  growth: ["10x in 2y"],
};

/**
 * Reads a quantity of one of the kinds that fit the field.
 *
 * @param found  text or number as it stands in the document; a bare number is a count, or a share where only shares fit
 * @param kinds  kinds that fit, the most natural first
 * @throws {Problem} `quantity/malformed` or `quantity/wrong-unit`, with what was probably meant
 * @example readQuantity("80ms", ["duration"]).seconds // => 0.08
 */
export function readQuantity<Kind extends QuantityKind>(
  found: unknown,
  kinds: readonly Kind[],
  at?: Place,
): QuantityOf<Kind> {
  const text = textOf(found);
  if (text.length > LONGEST_TEXT) throw tooLong(text, at);
  const fitting = kinds.map((kind) => readers[kind](text)).find((quantity) => quantity !== undefined);
  if (fitting) return checkFinite(fitting, at) as QuantityOf<Kind>;
  throw misread(text, kinds, at);
}

/**
 * Reads a bound: a comparison and a quantity.
 *
 * @throws {Problem} as `readQuantity`, or `quantity/malformed` when the comparison is missing
 * @example readBound("<= 80ms", ["duration"]).comparison // => "<="
 */
export function readBound<Kind extends QuantityKind>(found: unknown, kinds: readonly Kind[], at?: Place): Bound<Kind> {
  const text = textOf(found);
  if (text.length > LONGEST_TEXT) throw tooLong(text, at);
  const match = /^(<=|>=|<|>|=|≤|≥)\s*(.+)$/u.exec(text);
  if (!match) throw withoutComparison(text, kinds, at);
  const comparison = match[1]!.replace("≤", "<=").replace("≥", ">=") as Comparison;
  return { text, comparison, quantity: readQuantity(match[2]!, kinds, at) };
}

function textOf(found: unknown): string {
  if (typeof found === "string") return found.trim();
  return typeof found === "object" ? JSON.stringify(found) : String(found);
}

function tooLong(text: string, at: Place | undefined): Problem {
  return new Problem({
    code: "quantity/malformed",
    found: `\`${text.slice(0, 40)}…\` has ${text.length} characters, which no quantity has.`,
    fix: "write a number and its unit, and keep prose in `notes:`",
    at,
  });
}

/** Reads one kind; `undefined` when the text is something else. */
type Reader = (text: string) => Quantity | undefined;

const NUMBER = String.raw`([-+]?(?:\d[\d_]*(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?)`;
const numberOf = (text: string): number => Number(text.replaceAll("_", ""));

function scaled(text: string, unit: RegExp, units: Readonly<Record<string, number>>): number | undefined {
  const match = new RegExp(`^${NUMBER}\\s*(${unit.source})$`, "u").exec(text);
  const factor = match && units[match[2] ?? ""];
  return factor === undefined || factor === null ? undefined : numberOf(match![1]!) * factor;
}

/** What costs so much per month or year is money that flows, not the price of a thing. */
const MONEY_PERIODS: ReadonlySet<string> = new Set(["month", "mo", "year", "y"]);
const singular = (unit: string): string => unit.replace(/(?<=[a-z]{2}[^s])s$/, "");

const readers: Readonly<Record<QuantityKind, Reader>> = {
  duration(text) {
    const seconds = scaled(text, /[a-zµ]+/u, SECONDS);
    return seconds === undefined ? undefined : { kind: "duration", text, seconds };
  },
  rate(text) {
    const [amount, unit, ...more] = text.split("/").map((part) => part.trim());
    const count = amount === undefined ? undefined : scaled(amount, /[kMBGT]?/, MULTIPLES);
    const every =
      unit === undefined || more.length > 0 ? undefined : (SECONDS[unit] ?? { sec: 1, hour: 3600, day: 86_400 }[unit]);
    return count === undefined || every === undefined ? undefined : { kind: "rate", text, perSecond: count / every };
  },
  count(text) {
    const count = scaled(text, /[kMBGT]?/, MULTIPLES);
    return count === undefined ? undefined : { kind: "count", text, count };
  },
  share(text) {
    const percent = new RegExp(`^${NUMBER}\\s*%(\\s+relative)?$`).exec(text);
    if (percent) return { kind: "share", text, share: numberOf(percent[1]!) / 100, relative: percent[2] !== undefined };
    const share = scaled(text, /(?:)/, { "": 1 });
    return share === undefined ? undefined : { kind: "share", text, share, relative: false };
  },
  money(text) {
    const match = /^(?:\$\s*)?([^$/]+?)\s*\$?\s*\/\s*(month|mo|year|y)$/.exec(text);
    const amount = match && text.includes("$") ? scaled(match[1]!, /[kMBGT]?/, MULTIPLES) : undefined;
    if (amount === undefined) return undefined;
    return { kind: "money", text, usdPerMonth: match![2]!.startsWith("m") ? amount : amount / 12 };
  },
  cost(text) {
    const match = /^(?:\$\s*([^$]+)|([^$]+?)\s*\$)$/.exec(text);
    const usd = match ? scaled((match[1] ?? match[2])!.trim(), /[kMBGT]?/, MULTIPLES) : undefined;
    return usd === undefined ? undefined : { kind: "cost", text, usd };
  },
  unitCost(text) {
    const match = /^(.+?)\s*(?:\/|\s+per\s+)\s*(?:(\d[\d_]*[kM]?)\s+)?([A-Za-z][\w-]*)$/.exec(text);
    const amount = match && readers.cost(match[1]!);
    const units = match?.[2] === undefined ? 1 : scaled(match[2], /[kM]?/, MULTIPLES);
    if (amount?.kind !== "cost" || !units || MONEY_PERIODS.has(match![3]!)) return undefined;
    return { kind: "unitCost", text, usdPerUnit: amount.usd / units, unit: singular(match![3]!) };
  },
  bytes(text) {
    const bytes = scaled(text, /[kKMGT]?i?B/, BYTES);
    return bytes === undefined ? undefined : { kind: "bytes", text, bytes };
  },
  growth(text) {
    const match = new RegExp(`^${NUMBER}\\s*x\\s+in\\s+(.+)$`).exec(text);
    const over = match && readers.duration(match[2]!);
    return over?.kind === "duration"
      ? { kind: "growth", text, factor: numberOf(match![1]!), overSeconds: over.seconds }
      : undefined;
  },
};

function checkFinite(quantity: Quantity, at: Place | undefined): Quantity {
  const numbers = Object.values(quantity).filter((value) => typeof value === "number");
  if (numbers.every(Number.isFinite)) return quantity;
  throw new Problem({
    code: "quantity/malformed",
    found: `\`${quantity.text}\` is not a finite number.`,
    fix: "write a number that a computer can hold",
    at,
  });
}

const kindWords: Partial<Record<QuantityKind, string>> = {
  money: "cost per month or year",
  unitCost: "price per unit",
};

function misread(text: string, kinds: readonly QuantityKind[], at: Place | undefined): Problem {
  const other = (Object.keys(readers) as QuantityKind[]).find((kind) => readers[kind](text) !== undefined);
  const wanted = kinds
    .map((kind) => `a ${kindWords[kind] ?? kind} such as \`${quantityExamples[kind][0]}\``)
    .join(" or ");
  const bare = other === "count" && Number.isFinite(Number(text));
  const guess = probablyMeant(text, kinds);
  return new Problem({
    code: other ? "quantity/wrong-unit" : "quantity/malformed",
    found: bare
      ? `\`${text}\` has no unit, and this field takes ${wanted}.`
      : other
        ? `\`${text}\` is a ${kindWords[other] ?? other}, but this field takes ${wanted}.`
        : `\`${text}\` cannot be read as ${wanted}.`,
    fix: guess
      ? `write \`${guess}\`, if that is what was meant`
      : `write ${kinds.flatMap((kind) => quantityExamples[kind].map((example) => `\`${example}\``)).join(", ")} or the like`,
    at,
  });
}

/** A repaired spelling that reads as one of the kinds: wrong case, a comma for a point, a word for a unit, a missing unit. */
function probablyMeant(text: string, kinds: readonly QuantityKind[]): string | undefined {
  const repairs = [
    text.toLowerCase(),
    text.replace(",", "."),
    text
      .replace(/\s*(milliseconds?|millis|msecs?)$/i, "ms")
      .replace(/\s*(seconds?|secs?)$/i, "s")
      .replace(/\s*(minutes?|mins?)$/i, "m"),
    text
      .replace(/\s*hours?$/i, "h")
      .replace(/\s*days?$/i, "d")
      .replace(/\s*weeks?$/i, "w")
      .replace(/\s*(years?|yrs?)$/i, "y"),
    text.replace(/\s*(qps|rps|tps|per second|\/sec)$/i, "/s").replace(/\s*per day$/i, "/d"),
    text.replace(/\s*(percent|pct)$/i, "%"),
    text.replace(/\s*K$/, "k"),
    `${text}ms`,
    `${text}/s`,
    `${text} $/month`,
    text.replace(/\/s$/, ""),
  ];
  return repairs.find((repair) => repair !== text && kinds.some((kind) => readers[kind](repair) !== undefined));
}

function withoutComparison(text: string, kinds: readonly QuantityKind[], at: Place | undefined): Problem {
  const reads = kinds.some((kind) => readers[kind](text) !== undefined);
  return new Problem({
    code: "quantity/malformed",
    found: `\`${text}\` does not say which side is good.`,
    fix: reads
      ? `write \`<= ${text}\` or \`>= ${text}\``
      : `write a comparison and a quantity, such as \`<= ${quantityExamples[kinds[0]!][0]}\``,
    at,
  });
}

/** `80 ms`, `1.5 s`, `2 h`: a duration in the unit that keeps the number short. */
export function durationText(seconds: number): string {
  const size = Math.abs(seconds);
  if (size === 0) return "0 s";
  if (size < 1e-3) return `${round(seconds * 1e6)} µs`;
  if (size < 1) return `${round(seconds * 1e3)} ms`;
  if (size < 120) return `${round(seconds)} s`;
  if (size < 7200) return `${round(seconds / 60)} min`;
  if (size < 172_800) return `${round(seconds / 3600)} h`;
  return `${round(seconds / 86_400)} d`;
}

const round = (value: number): string => String(Number(value.toPrecision(3)));

export { MONTH_SECONDS as secondsPerMonth };
