import type { Interval } from "../kit/interval.ts";
import { comparisonWords } from "../design/claims/claim.ts";
import type { Claim, Measurement, Target, Verdict } from "./claim-shape.ts";
import { countOf, intervalText, quantityText } from "./report/number-text.ts";

/**
 * Holds a claim against a measurement. A verdict falls only when the whole interval lies on one side of the target;
 * everything else is inconclusive, with the reason.
 *
 * @param target  what is judged where the claim itself states no number, e.g. "no vector differs"
 * @throws {Error} when the measurement is in another unit than the target
 */
export function judge(claim: Claim, measured: Measurement, target: Target | null = claim.target): Verdict {
  if (measured.refusal !== undefined) {
    return { claim, measured, status: "inconclusive", because: sentence(measured.refusal) };
  }
  if (target === null) return untested(claim, "it states no number that a measurement could contradict");
  if (target.unit !== measured.unit) {
    throw new Error(`${claim.id} is stated in ${target.unit}, but was measured in ${measured.unit}.`);
  }
  const side = sideOf(target, measured.interval);
  return { claim, measured, status: STATUS[side], because: sentence(reason(side, target, measured)) };
}

/** A claim that nothing here can measure. */
export function untested(claim: Claim, why: string): Verdict {
  return { claim, status: "untested", because: sentence(why) };
}

/** `holds` and `broken` as `judge` says, `open` where the interval straddles the target, `unknown` without an interval. */
type Side = "kept" | "missed" | "open" | "unknown";

const STATUS = { kept: "holds", missed: "broken", open: "inconclusive", unknown: "inconclusive" } as const;

function sideOf({ comparison, value }: Target, interval: Interval | null): Side {
  if (interval === null || !(interval.low <= interval.high) || Number.isNaN(value)) return "unknown";
  const { low, high } = interval;
  switch (comparison) {
    case "<=":
      return side(high <= value, low > value);
    case "<":
      return side(high < value, low >= value);
    case ">=":
      return side(low >= value, high < value);
    case ">":
      return side(low > value, high <= value);
    default:
      return side(low === value && high === value, value < low || value > high);
  }
}

const side = (kept: boolean, missed: boolean): Side => (kept ? "kept" : missed ? "missed" : "open");

function reason(side: Side, target: Target, measured: Measurement): string {
  const stated = quantityText(target.value, target.unit);
  const { interval } = measured;
  if (side === "unknown" || interval === null) return `no interval can be formed from ${sampleText(measured)}`;
  const found = foundText(interval, measured.unit);
  if (side === "kept") return `${found} is ${comparisonWords[target.comparison]} ${stated}`;
  if (side === "missed")
    return `${found} lies ${interval.low >= target.value ? "above" : "below"} the stated ${stated}`;
  if (target.comparison === "=")
    return `${found} contains the stated ${stated}, which a sample can contradict but not prove`;
  return `${found} straddles the stated ${stated}${moreSamples(target, measured, interval)}`;
}

function foundText(interval: Interval, unit: string): string {
  if (interval.low === interval.high) return `the number counted in full, ${quantityText(interval.low, unit)},`;
  return `the whole ${Number((interval.confidence * 100).toPrecision(3))} % interval ${intervalText(interval, unit)}`;
}

const sampleText = ({ sampleSize, sampleUnit }: Measurement): string => countOf(sampleSize, sampleUnit);

/** An interval shrinks with the root of the sample size, so the sample that would clear the target can be worked out. */
function moreSamples(target: Target, measured: Measurement, interval: Interval): string {
  const distance = Math.abs(measured.value - target.value);
  const reach = measured.value < target.value ? interval.high - measured.value : measured.value - interval.low;
  const needed = measured.sampleSize * (reach / distance) ** 2;
  if (reach === Infinity && measured.note) return `; ${measured.note}`;
  if (!Number.isFinite(needed)) return "";
  if (needed > 1000 * measured.sampleSize) return "; the two are too close to tell apart with any practical sample";
  return `; about ${countOf(roundUp(needed), measured.sampleUnit)} would tell, ${sampleText(measured)} were measured`;
}

/** Two digits are all that such an estimate is worth. */
function roundUp(value: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.ceil(value / step) * step;
}

function sentence(words: string): string {
  const text = words.trim();
  return text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? "" : ".");
}
