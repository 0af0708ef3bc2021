import { normalQuantile } from "../../kit/normal.ts";
import { checkInside } from "../check-range.ts";
import { Problem } from "../../kit/problem.ts";
import { firstWhole } from "../bisect.ts";

/** Two arms of equal size and a share in each, judged by the two-sided pooled z test. */
export interface TwoProportions {
  /** Share in the control arm, in (0, 1). */
  readonly baseline: number;
  /** Share in the other arm that must be told from it, in (0, 1). */
  readonly changed: number;
  /** Two-sided, in (0, 1), e.g. 0.05. */
  readonly significance: number;
}

/**
 * Units per arm: the smallest size at which the test's exact power (binomial, not normal) comes to the wanted one. Power
 * is not quite rising in the size, since counts are whole; the size found is one at which it crosses.
 *
 * @param power  in (0, 1), e.g. 0.8
 * @throws {Problem} `sizing/out-of-range`
 */
export function proportionUnitsPerArm(test: TwoProportions, power: number): number {
  check(test);
  checkInside({ power });
  const about = normalUnitsPerArm(test, power);
  const least = Math.max(2, Math.floor(about < 1000 ? about / 2 : about * 0.98));
  const enough = (units: number) => exactPower(test, units) >= power;
  return firstWhole(least, Number.MAX_SAFE_INTEGER, enough, Math.max(1, Math.ceil(about - least)))!;
}

/**
 * The same by the normal formula, before rounding: (z_{α/2} √(2p̄q̄) + z_β √(p₁q₁ + p₂q₂))² / (p₂ − p₁)².
 *
 * @see Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions (2003), §4.2, without continuity correction
 */
export function normalUnitsPerArm({ baseline: p, changed: q, significance }: TwoProportions, power: number): number {
  const mean = (p + q) / 2;
  const underNull = normalQuantile(1 - significance / 2) * Math.sqrt(2 * mean * (1 - mean));
  const underEffect = normalQuantile(power) * Math.sqrt(p * (1 - p) + q * (1 - q));
  return ((underNull + underEffect) / (q - p)) ** 2;
}

/**
 * Probability that the test rejects: summed over all counts of both arms that are not impossibly rare (beyond nine
 * standard deviations).
 *
 * @param units  per arm, ≥ 1
 */
export function exactPower({ baseline, changed, significance }: TwoProportions, units: number): number {
  const critical = normalQuantile(1 - significance / 2);
  const control = binomialWindow(units, baseline);
  const other = binomialWindow(units, changed);
  let power = 0;
  let [firstAbove, firstInside] = [other.start, other.start];
  // Plain loops: sizes of millions have windows of tens of thousands of counts, and a search asks for dozens of them.
  for (let count = control.start; count < control.end; count++) {
    while (firstInside < other.end && zScore(count, firstInside, units) <= -critical) firstInside++;
    while (firstAbove < other.end && zScore(count, firstAbove, units) < critical) firstAbove++;
    power +=
      control.masses[count - control.start]! * (other.below(firstInside) + other.total - other.below(firstAbove));
  }
  return power;
}

function zScore(control: number, other: number, units: number): number {
  const pooled = (control + other) / (2 * units);
  const spread = Math.sqrt((2 * pooled * (1 - pooled)) / units);
  return spread === 0 ? 0 : (other - control) / units / spread;
}

/** Probabilities of the counts `start` … `end − 1`, and of counts below one of them. */
function binomialWindow(units: number, share: number) {
  const reach = 9 * Math.sqrt(units * share * (1 - share)) + 20;
  const start = Math.max(0, Math.floor(units * share - reach));
  const end = Math.min(units, Math.ceil(units * share + reach)) + 1;
  const masses = binomialMasses(units, share, start, end);
  const sums = new Float64Array(masses.length + 1);
  for (let at = 0; at < masses.length; at++) sums[at + 1] = sums[at]! + masses[at]!;
  return { start, end, masses, total: sums.at(-1)!, below: (count: number) => sums[count - start]! };
}

/** From the mode outwards by the ratio of neighbours, then scaled to sum to 1: no factorial of a large number is needed. */
function binomialMasses(units: number, share: number, start: number, end: number): Float64Array {
  const masses = new Float64Array(end - start);
  const mode = Math.min(end - 1, Math.max(start, Math.floor((units + 1) * share)));
  const odds = share / (1 - share);
  masses[mode - start] = 1;
  for (let k = mode + 1; k < end; k++) masses[k - start] = ((masses[k - 1 - start]! * (units - k + 1)) / k) * odds;
  for (let k = mode - 1; k >= start; k--) masses[k - start] = (masses[k + 1 - start]! * (k + 1)) / (units - k) / odds;
  let total = 0;
  for (let at = 0; at < masses.length; at++) total += masses[at]!;
  for (let at = 0; at < masses.length; at++) masses[at]! /= total;
  return masses;
}

function check({ baseline, changed, significance }: TwoProportions): void {
  checkInside({ baseline, changed, significance });
  if (baseline !== changed) return;
  throw new Problem({
    code: "sizing/out-of-range",
    found: `both arms have a share of ${baseline}, so there is no difference to detect`,
    fix: "give the smallest difference that matters",
  });
}
