import { durationText } from "../../kit/quantity.ts";
import type { Figure } from "./figure.ts";
import type { Limit, Sized, WholeLoad } from "./sized.ts";
import type { At } from "./traffic.ts";

export interface LoadChoice {
  readonly at: At;
  readonly times: number;
}

/** What a design comes to at a load, in one paragraph: whether it holds, what breaks first and why, what to change, what it costs. */
export function sizedParagraph(sized: Sized, choice: LoadChoice): string {
  return [holdsWords(sized, choice), breaksWords(sized, choice), costWords(sized, choice), sureWords(sized)]
    .filter(Boolean)
    .join(" ");
}

export const loadOf = ({ loads }: Sized, { at, times }: LoadChoice): WholeLoad | undefined =>
  loads.find((load) => load.at === at && load.times === times);

function holdsWords(sized: Sized, choice: LoadChoice): string {
  const load = loadOf(sized, choice);
  if (!load)
    return sized.components.some(({ kind }) => kind === "batch job")
      ? "Nobody waits for an answer here: predictions are made ahead of time."
      : "No requests can be sized: " + (sized.unsized[0]?.needs ?? "the design has no path") + " is missing.";
  const where = `At ${timesText(choice)} (${numberText(load.requestsPerSecond)} requests/s)`;
  const p99 = load.responseSeconds?.p99;
  if (p99 === undefined) return `${where} more arrives than can be done, and queues grow without end.`;
  const target = sized.target;
  if (!target)
    return `${where} 99 of 100 requests take at most ${durationText(p99)}; no bound is stated to hold that against.`;
  const name = { 0.5: "p50", 0.95: "p95", 0.99: "p99", 0.999: "p999" }[target.share] as "p99";
  const value = load.responseSeconds![name];
  const bound = durationText(target.seconds.value);
  return value <= target.seconds.value
    ? `${where} the ${name} is ${durationText(value)}, within ${bound}.`
    : `${where} the ${name} is ${durationText(value)}, above ${bound}.`;
}

/** The first that ends above nothing at all is what breaks first; a budget that is too small already is said with the cost. */
function breaksWords({ limits, traffic }: Sized, { times }: LoadChoice): string {
  const first = limits.find(({ kind }) => kind !== "budget");
  if (!first) return "";
  const rate =
    traffic && first.kind !== "window" ? ` (${numberText(traffic.peak.value * first.times)} requests/s)` : "";
  const when =
    first.times === 0
      ? "already with nobody waiting"
      : `at ${multipleText(first.times)} the stated ${first.kind === "window" ? "rows" : "peak"}${first.kind === "people" ? "" : rate}`;
  const broken = limits
    .filter((limit) => limit.times < times && limit !== first && limit.kind === "capacity")
    .map(({ name }) => name);
  const more = broken.length > 0 ? ` Before ${multipleText(times)} so do ${listed(broken)}.` : "";
  const head = first.kind === "latency" ? "Latency breaks first" : `${capital(first.name)} breaks first`;
  return `${head}, ${when}: ${first.what}.${more} To go further: ${first.fix}${nextFix(limits, first)}.`;
}

/** Latency breaks before machines do; what then gives in is told with it. */
function nextFix(limits: readonly Limit[], first: Limit): string {
  if (first.kind !== "latency" && first.kind !== "people") return "";
  const next = limits.find(({ kind }) => kind === "capacity");
  return next ? `; at ${multipleText(next.times)} ${next.what}, and ${next.fix}` : "";
}

function costWords(sized: Sized, { times }: LoadChoice): string {
  const { costUsdPerMonth: usd, budgetUsdPerMonth: budget, costPerThousandUsd: each, costs } = sized;
  if (usd.value <= 0) return "";
  const perThousand = each ? `, ${usdText(each.value)} for 1,000 requests` : "";
  const most = costs[0] && costs.length > 1 ? `, most of it ${costs[0].name}` : "";
  const against = budget
    ? `; the budget is ${usdText(budget.value)}${usd.value > budget.value ? ", which is too little" : ""}`
    : "";
  const far = sized.loads.find((load) => load.at === "peak" && load.times === (times > 1 ? times : 10));
  const more = far ? ` At ${multipleText(far.times)} it is ${usdText(far.costUsdPerMonth.value)}.` : "";
  return `${times > 1 ? "At the stated load it" : "It"} costs ${rangeText(usd)} a month${perThousand}${most}${against}.${more}`;
}

function sureWords({ tornado, assumptions }: Sized): string {
  const [first] = tornado;
  if (!first) return "";
  const move = first.p99Seconds && `p99 from ${ends(first.p99Seconds, durationText)}`;
  const cost = `cost from ${ends(first.costUsdPerMonth, usdText)}`;
  const moved = move && first.p99Seconds!.low !== first.p99Seconds!.high ? move : cost;
  const count = assumptions.length === 1 ? "1 number is assumed" : `${assumptions.length} numbers are assumed`;
  return `${capital(count)}; what matters most is ${first.name} (${moved}).`;
}

/** A number that rises may make an answer fall. */
const ends = ({ low, high }: { low: number; high: number }, text: (value: number) => string): string =>
  `${text(Math.min(low, high))} to ${text(Math.max(low, high))}`;

export const timesText = ({ at, times }: LoadChoice): string =>
  times === 1 ? `the stated ${at}` : `${multipleText(times)} the stated ${at}`;
export const multipleText = (times: number): string => `${Number(times.toPrecision(times >= 10 ? 3 : 2))}x`;
export const numberText = (value: number): string =>
  value >= 1000 ? Math.round(Number(value.toPrecision(3))).toLocaleString("en") : String(Number(value.toPrecision(3)));
export const usdText = (usd: number): string =>
  usd > 0 && usd < 0.001 ? "< 0.001 $" : usd >= 100 ? `${numberText(usd)} $` : `${Number(usd.toPrecision(2))} $`;
export const bytesText = (bytes: number): string => {
  const units = ["B", "kB", "MB", "GB", "TB", "PB"];
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${Number((bytes / 1000 ** step).toPrecision(3))} ${units[step]}`;
};
const rangeText = ({ low, value, high }: Figure): string =>
  low === high ? usdText(value) : `${usdText(value)} (${usdText(low)} to ${usdText(high)})`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const listed = (names: readonly string[]): string =>
  names.length === 1 ? names[0]! : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
