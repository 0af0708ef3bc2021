import type { NumberKind } from "../imported.ts";
import { remembering } from "../remembering.ts";
import type { Language } from "../words.ts";
import { DIGITS, MULTIPLE, readAmount, type Amount } from "./amount.ts";
import { bareMetrics, comparisons, durations, nouns, periods, sizes } from "./units.ts";

/** A number in a text without marks; `start` and `end` are places in that text. */
export interface RawNumber {
  readonly start: number;
  readonly end: number;
  readonly kind: NumberKind;
  /** As the format writes it. */
  readonly quantity?: string;
  /** `<=`, `>` and so on, where the words before it say so. */
  readonly comparison?: string;
  /** What is counted: `requests`, `users`, or a word that is not known. */
  readonly noun?: string;
  /** Why the format cannot hold it. */
  readonly why?: string;
}

const any = (list: readonly (readonly [string, string])[]): string => list.map(([, spelling]) => spelling).join("|");
const END = String.raw`(?![\p{L}\d]|['’]\p{L})`;
const GAP = "[  \\u00a0-]?";
const PERIOD = `(?:[  \u00a0]?\\/[  \u00a0]?|[  \u00a0](?:per|pro|par|por|al|a|je|à la|à l’|an)[  \u00a0])(?:(?<every>\\d{1,4})[  \u00a0]?)?(?<period>${any(periods)})${END}`;
const NOUN = `[  \u00a0]?(?<noun>(?!(?:per|pro|par|por|al|a|je)[  \u00a0])[\\p{L}][\\p{L}-]{1,24})`;
const MONEY = "\\$|USD|US\\$|dollars?|Dollar|dólares";
const FOREIGN = "€|EUR|[eE]uros?|£|GBP|CHF|¥|JPY|BRL|R\\$";

interface Shape {
  readonly pattern: string;
  read(groups: Groups, amount: Amount): Pick<RawNumber, "kind" | "quantity" | "noun" | "why">;
}
type Groups = Readonly<Record<string, string | undefined>>;

/** A list of spellings, each as a pattern for the whole word. */
const wholeWords = (
  list: readonly (readonly [string, string])[],
  flags: string,
): readonly (readonly [string, RegExp])[] =>
  list.map(([name, spelling]) => [name, new RegExp(`^(?:${spelling})$`, flags)]);

const unitLists = new Map(
  [periods, sizes, durations].map((list) => [list, { exact: wholeWords(list, "u"), loose: wholeWords(list, "iu") }]),
);
const nounWords = wholeWords(nouns, "iu");

function unitOf(list: readonly (readonly [string, string])[], found: string): string {
  const { exact, loose } = unitLists.get(list)!;
  return (exact.find(([, says]) => says.test(found)) ?? loose.find(([, says]) => says.test(found)))![0];
}

const nounOf = (found: string | undefined): string | undefined =>
  found && (nounWords.find(([, says]) => says.test(found))?.[0] ?? found.toLowerCase());

/** What can stand behind (or, for money, before) the digits, most particular first. */
const shapes: readonly Shape[] = [
  {
    pattern: `${GAP}(?<foreign>${FOREIGN})(?!\\p{L})(?:${PERIOD})?`,
    read: () => ({ kind: "foreignMoney", why: "the format counts in dollars, and nothing is converted" }),
  },
  {
    pattern: `[  \u00a0]?(?<money>${MONEY})(?!\\p{L})(?:${PERIOD})?(?:[  \u00a0]per[  \u00a0](?:(?<units>\\d{1,6}[kM]?)[  \u00a0])?(?<thing>[a-z]+))?`,
    read: (groups, amount) => money(groups, amount),
  },
  { pattern: `[  \u00a0]?(?<qps>QPS|RPS|TPS|qps|rps|tps)${END}`, read: ({ qps }, { text }) => perSecond(qps!, text) },
  { pattern: `${PERIOD}`, read: (groups, amount) => rate(groups, amount) },
  { pattern: `${GAP}(?<size>${any(sizes)})(?:\\/(?<per>s|sec|h|d|day|Tag|jour|día|month))?${END}`, read: size },
  { pattern: `${GAP}m${END}`, read: () => ({ kind: "uncertain", why: "minutes, metres or millions?" }) },
  { pattern: `${GAP}(?<bits>[kKMG]b|[MG]bit)${END}`, read: () => ({ kind: "uncertain", why: "bits or bytes?" }) },
  {
    pattern: `[  \u00a0]?(?:(?<points>pp|pts|percentage points?|Prozentpunkte?n?|points de pourcentage|puntos porcentuales|pontos percentuais)${END}|(?<percent>%|percent${END}|per cent${END}|Prozent${END}|pour cent${END}|por ciento${END}|por cento${END}|per cento${END}))(?:[  \u00a0](?<relative>relative|relativ|relativo|relativa|relatifs?)${END})?`,
    read: share,
  },
  {
    pattern: `[  \u00a0]?(?:x|×|-?fold|-?fach|fois|veces)${END}(?:[  \u00a0](?:growth |Wachstum )?(?:in|within|over|en|dans|innerhalb von|em)[  \u00a0](?<years>${DIGITS})[  \u00a0]?(?<span>${any(durations)})${END})?`,
    read: growth,
  },
  { pattern: `${NOUN}${PERIOD}`, read: (groups, amount) => rate(groups, amount) },
  { pattern: `${GAP}(?<duration>${any(durations)})${END}`, read: duration },
  {
    pattern: `(?:[  \u00a0-]?(?:(?!(?:on|of|in|at|for|per|and|or|to|with|is|are|by|from|as|if|auf|und|oder|mit|von|bei|sur|et|ou|avec|pour|par|con|por|para|en|y|o)[  \u00a0])[\\p{L}]{2,16}[  \u00a0]){0,2}?)[  \u00a0-]?(?:[dD]['’])?(?<noun>${any(nouns)})${END}`,
    read: ({ noun }, { text }) => ({ kind: "count", quantity: text, noun: nounOf(noun)! }),
  },
];

const compiled = shapes.map(({ pattern, read }) => ({ pattern: new RegExp(pattern, "uy"), read }));
const HEAD = new RegExp(
  `(?<![\\p{L}\\d@._/#:]|\\d[.,]|(?<!\\d)[\\-–]|\\d-\\d{1,2}-)(?<before>[$€£]|US\\$|USD[  \u00a0]|EUR[  \u00a0])?(?<digits>${DIGITS})(?<multiple>${MULTIPLE})?`,
  "gu",
);
const COMPARISON = comparisons.map(
  ([sign, spelling]) =>
    [
      sign,
      new RegExp(`(?:^|[^\\p{L}<>=])(?:${spelling})[  \u00a0]*(?:~|ca\\.?|about|around)?[  \u00a0]*$`, "iu"),
    ] as const,
);
const COMPARED = new RegExp(
  `(?:^|[^\\p{L}])(?:${bareMetrics})(?:[  \u00a0]\\p{L}+){1,5}[  \u00a0]*[<>≤≥]=?[  \u00a0]*$`,
  "iu",
);
const BARE = new RegExp(
  `(?:^|[^\\p{L}])(?:${bareMetrics})(?:[  \u00a0]*(?:\\([^()]*\\)|score|target|value|of|von|de|is|at|auf|a|à|:|=|\\||bei|sobre|on [a-z]+))*[  \u00a0]*(?:[<>≤≥=~]+|at least|mindestens|au moins|al menos|above|below|over|über|under|unter)?[  \u00a0]*$`,
  "iu",
);

/** Words that make the number behind them a name: `Phase 2`, `Table 3`. */
const ORDINAL =
  /(?<!\p{L})(?:phase|version|release|step|level|section|table|figure|tier|stage|chapter|sprint|part|rfc|adr|iso|kapitel|abschnitt|tabelle|schritt|stufe|fase|étape|etapa|sección|seção|tabla)\s$/iu;

/** Every number of a text that has a unit, counts something that is known, or is the value of a metric named before it. */
export function findNumbers(text: string, language: Language | undefined): readonly RawNumber[] {
  if (!/\d/.test(text)) return [];
  const known = readers.get(language) ?? remembering((one) => numbersOf(one, language));
  readers.set(language, known);
  return known(text);
}

const readers = new Map<Language | undefined, (text: string) => readonly RawNumber[]>();

function numbersOf(text: string, language: Language | undefined): readonly RawNumber[] {
  const found: RawNumber[] = [];
  for (const match of text.matchAll(HEAD)) {
    if (match.index < (found.at(-1)?.end ?? 0) || ORDINAL.test(text.slice(Math.max(0, match.index - 16), match.index)))
      continue;
    const number = numberAt(text, match, language);
    if (number) found.push(ranged(number, text, found));
  }
  return found.filter(({ start }, i) => start >= (found[i - 1]?.end ?? 0));
}

function numberAt(text: string, match: RegExpMatchArray, language: Language | undefined): RawNumber | undefined {
  const groups = match.groups as Groups;
  const start = match.index!;
  const bare = start + match[0].length;
  const amount = readAmount(groups["digits"]!, groups["multiple"], language);
  const behind = groups["before"] ? priceBehind(text, bare, groups["before"], amount) : unitBehind(text, bare, amount);
  const read = behind ?? withoutUnit(text, start, bare, groups, amount);
  if (!read) return undefined;
  const comparison = comparisonBefore(text, start);
  const { end, ...facts } = read;
  const certain = amount.doubt === undefined ? facts : { kind: "uncertain" as const, why: amount.doubt };
  return { start, end, ...certain, ...(comparison && { comparison }) };
}

type Tail = Omit<RawNumber, "start" | "comparison">;

function unitBehind(text: string, at: number, amount: Amount): Tail | undefined {
  for (const { pattern, read } of compiled) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { end: at + match[0].length, ...read(match.groups ?? {}, amount) };
  }
  return undefined;
}

const PRICE_PERIOD = new RegExp(
  `(?:${PERIOD})?(?:[  \u00a0]per[  \u00a0](?:(?<units>\\d{1,6}[kM]?)[  \u00a0])?(?<thing>[a-z]+))?`,
  "uy",
);

function priceBehind(text: string, at: number, sign: string, amount: Amount): Tail {
  PRICE_PERIOD.lastIndex = at;
  const match = PRICE_PERIOD.exec(text)!;
  const end = at + match[0].length;
  if (!/\$|USD/.test(sign))
    return { end, kind: "foreignMoney", why: "the format counts in dollars, and nothing is converted" };
  return { end, ...money(match.groups ?? {}, amount) };
}

function withoutUnit(text: string, start: number, end: number, groups: Groups, amount: Amount): Tail | undefined {
  if (groups["multiple"]) return { end, kind: "count", quantity: amount.text };
  const before = text.slice(Math.max(0, start - 60), start);
  if (/^\p{L}/u.test(text.slice(end)) || !(BARE.test(before) || COMPARED.test(before))) return undefined;
  return { end, kind: "number", quantity: amount.text };
}

function comparisonBefore(text: string, start: number): string | undefined {
  const before = text.slice(Math.max(0, start - 30), start);
  return COMPARISON.find(([, pattern]) => pattern.test(before))?.[0];
}

const RANGE =
  /(?:(?:between|zwischen|entre|tra)\s\d[\d.,]*[kM]?\s?[\p{L}%]{0,12}\s?(?:and|und|et|y|e)|(?<![\p{L}\d@._/])\d[\d.,]*[kM]?\s?[\p{L}%]{0,12}\s?(?:–|—|-|to|bis|à|a|hasta|até))\s?$/u;

/** `10–20 ms` is one statement, not two. */
function ranged(number: RawNumber, text: string, found: RawNumber[]): RawNumber {
  const before = text.slice(Math.max(0, number.start - 40), number.start);
  const open = RANGE.exec(before);
  if (!open) return number;
  const start = number.start - open[0].length;
  const last = found.at(-1);
  if (last && last.end > start) found.pop();
  return { start, end: number.end, kind: "range", why: "it is a range, not one value" };
}

function money(groups: Groups, { text }: Amount): ReturnType<Shape["read"]> {
  const { period, every, thing, units } = groups;
  if (thing) return { kind: "unitCost", quantity: `${text} $ per ${units ? `${units} ` : ""}${thing}`, noun: thing };
  if (!period) return { kind: "cost", quantity: `${text} $` };
  const unit = unitOf(periods, period);
  if (every || !["month", "y"].includes(unit))
    return { kind: "otherRate", why: "the format counts money per month or year" };
  return { kind: "money", quantity: `${text} $/${unit === "y" ? "year" : "month"}` };
}

const perSecond = (unit: string, text: string): ReturnType<Shape["read"]> => ({
  kind: "rate",
  quantity: `${text}/s`,
  noun: unit.toLowerCase() === "tps" ? "transactions" : "requests",
});

function rate(groups: Groups, { text }: Amount): ReturnType<Shape["read"]> {
  const unit = unitOf(periods, groups["period"]!);
  const noun = nounOf(groups["noun"]);
  if (groups["every"] || ["month", "w", "ns", "us", "ms"].includes(unit))
    return { kind: "otherRate", why: "the format has no rate in this unit", ...(noun && { noun }) };
  return { kind: "rate", quantity: `${text}/${unit}`, ...(noun && { noun }) };
}

function size(groups: Groups, { text, value }: Amount): ReturnType<Shape["read"]> {
  if (groups["per"]) return { kind: "otherRate", why: "the format has no bytes per time" };
  const unit = unitOf(sizes, groups["size"]!);
  if (/[kMBT]$/.test(text)) return { kind: "uncertain", why: "a multiple of a multiple" };
  return { kind: "bytes", quantity: unit === "PB" ? `${value * 1000}TB` : `${text}${unit}` };
}

function share(groups: Groups, { text }: Amount): ReturnType<Shape["read"]> {
  if (groups["points"]) return { kind: "points", quantity: `${text}%` };
  return { kind: "share", quantity: `${text}%${groups["relative"] ? " relative" : ""}` };
}

function growth(groups: Groups, { text }: Amount): ReturnType<Shape["read"]> {
  const { years, span } = groups;
  if (!years || !span) return { kind: "factor", why: "it does not say by when" };
  const over = spanText(years, unitOf(durations, span));
  return over
    ? { kind: "growth", quantity: `${text}x in ${over}` }
    : { kind: "factor", why: "the format has no months" };
}

function spanText(digits: string, unit: string): string | undefined {
  if (!/^\d+$/.test(digits)) return undefined;
  if (unit !== "month") return `${digits}${unit}`;
  return Number(digits) % 6 === 0 ? `${Number(digits) / 12}y` : undefined;
}

function duration(groups: Groups, { text }: Amount): ReturnType<Shape["read"]> {
  const unit = unitOf(durations, groups["duration"]!);
  const span = unit === "month" ? spanText(text, unit) : `${text}${unit === "min" ? "m" : unit}`;
  if (span === undefined) return { kind: "duration", why: "the format has no months" };
  return { kind: "duration", quantity: span };
}
