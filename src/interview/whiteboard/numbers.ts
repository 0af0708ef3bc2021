import type { SaidQuantity } from "../statement.ts";
import type { NumberKind } from "../topic.ts";

/** A number as drawn, with the word before it that says what it is: `p99`, `ttl`, `copies`. */
export interface DrawnNumber extends SaidQuantity {
  readonly role: string;
}

const amount = String.raw`(?<number>\d{1,3}(?:,\d{3}){1,4}(?!\d)|\d{1,15}(?:\.\d{1,6})?)(?<size>\s?(?:million|billion|thousand)\b|[kKMBG](?![A-Za-z]))?`;
const label = String.raw`(?:(?<label>[pP](?:50|9\d{1,2})|median|TTL|ttl|timeout|deadline|canary|shadow|window|delay|every|within|hits?(?: rate)?|PSI|psi|KS|AUC|NDCG)\s{0,2}(?:of\s)?[=:]?\s{0,2})?`;
const unit = String.raw`(?:\s{0,2}(?:(?<rate>(?:(?:req|requests|events|queries|calls|cases)\s?)?(?:\/\s?|per )(?:seconds?|secs?|s|minutes?|min|m|hours?|h|days?|d)(?![A-Za-z])|[qrtQRT][pP][sS]\b)|(?<share>%)|(?<bytes>[kKMGT]i?B)\b|(?<copies>replicas?|copies|copy|pods?|instances?|nodes?|machines?|servers?|reviewers?)\b|(?<time>ms|µs|us|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|months?|mo|years?|y)(?![A-Za-z])|(?<multiple>x)(?![A-Za-z])))?`;
/** `20 ms p99`, where the word stands behind its number. */
const labelledBehind = String.raw`(?<![\w.,-])\s{0,2}(?<early>\d{1,9}(?:\.\d{1,6})?)\s?(?<earlyTime>ms|µs|us|s)\s{1,2}(?<behind>[pP](?:50|9\d{1,2}))\b(?!\s{0,2}[=:<≤]?\s{0,2}\d{1,9}(?:\.\d{1,6})?\s?m?s\b)`;
const pattern = new RegExp(
  String.raw`${labelledBehind}|(?<![\w.,-])${label}(?<compare><=|>=|≤|≥|<|>|~|=)?\s{0,2}(?<usd>\$\s?)?(?:(?<copiesBefore>[x×]\s?)(?=\d))?${amount}${unit}(?<usdAfter>\s?\$)?(?<monthly>\s?\/\s?(?:month|mo|year|y)\b)?(?![\w])|\b(?<often>nightly|hourly|daily|weekly)\b`,
  "g",
);

const seconds: readonly (readonly [RegExp, number])[] = [
  [/^(ms)$/, 1e-3],
  [/^(µs|us)$/, 1e-6],
  [/^s/, 1],
  [/^(months?|mo)$/, 2_629_800],
  [/^m/, 60],
  [/^h/, 3600],
  [/^d/, 86_400],
  [/^w/, 604_800],
  [/^y/, 31_557_600],
];
const secondsOf = (word: string): number => seconds.find(([words]) => words.test(word))?.[1] ?? 1;
const sizes: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, M: 1e6, B: 1e9, G: 1e9 };
const sizeWords: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };
const bytes: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, G: 1e9, T: 1e12 };
const often: Readonly<Record<string, number>> = { hourly: 3600, nightly: 86_400, daily: 86_400, weekly: 604_800 };

/**
 * Every number of a text that says what it is. Linear in its length.
 *
 * @param at  offset of the text in the board
 */
export function readNumbers(text: string, at = 0): DrawnNumber[] {
  return [...text.matchAll(pattern)].map((match) => {
    const groups = match.groups!;
    const [kind, value] = valueOf(groups);
    const written = match[0].trim();
    const start = at + match.index + match[0].indexOf(written);
    const compare = comparisonOf(groups["compare"]);
    const role = roleOf(groups);
    return {
      kind,
      value,
      ...(compare && { comparison: compare }),
      text: written,
      start,
      end: start + written.length,
      role,
    };
  });
}

/** Whether a number stands for itself, so that it is not part of a name such as `stage 2`. */
export const saysWhatItIs = ({ kind, role, comparison }: DrawnNumber): boolean =>
  kind !== "plain" || role !== "" || comparison !== undefined;

type Groups = Readonly<Record<string, string | undefined>>;

function comparisonOf(sign: string | undefined): SaidQuantity["comparison"] {
  if (sign === "~") return "about";
  if (sign === undefined || sign === "=") return undefined;
  return sign === "<" || sign === "<=" || sign === "≤" ? "<=" : ">=";
}

function roleOf({ label: word, copies, copiesBefore, often: schedule, behind }: Groups): string {
  if (copies !== undefined || copiesBefore !== undefined) return "copies";
  if (schedule !== undefined) return "every";
  const plain = (word ?? behind ?? "").toLowerCase();
  if (plain === "median") return "p50";
  return plain.startsWith("hit") ? "hits" : plain;
}

function valueOf(groups: Groups): [NumberKind, number] {
  const { rate, share, bytes: room, copies, copiesBefore, time, multiple, usd, usdAfter, monthly, size } = groups;
  if (groups["often"] !== undefined) return ["duration", often[groups["often"]]!];
  if (groups["early"] !== undefined) return ["duration", Number(groups["early"]) * secondsOf(groups["earlyTime"]!)];
  const word = (size ?? "").trim();
  const number = Number(groups["number"]!.replaceAll(",", "")) * (sizes[word] ?? sizeWords[word] ?? 1);
  if (usd !== undefined || usdAfter !== undefined) return ["money", monthly?.includes("y") ? number / 12 : number];
  if (rate !== undefined)
    return ["rate", number / (/ps$/i.test(rate) ? 1 : secondsOf(rate.replace(/^.*(?:\/\s?|per )/, "")))];
  if (share !== undefined) return ["share", number / 100];
  if (room !== undefined) return ["bytes", number * bytes[room[0] === "K" ? "k" : room[0]!]!];
  if (copies !== undefined || copiesBefore !== undefined) return ["count", number];
  if (time !== undefined) return ["duration", number * secondsOf(time)];
  if (multiple !== undefined) return ["multiple", number];
  return [word === "" ? "plain" : "count", number];
}
