import { normalCdf, normalQuantile } from "../kit/normal.ts";
import { quantileOf, type Interval } from "../kit/interval.ts";
import type { Random } from "../kit/random.ts";

/** Totals per unit: one array per quantity, all of one length, one entry per unit. */
export type UnitTotals = readonly Float64Array[];

/** A number worked out from the totals of all units, such as a ratio of two of them. */
export type Statistic = (totals: Float64Array) => number;

/** Totals of each repetition, `repetitions × totals.length`, row-major; units are drawn with replacement. */
export function resampledTotals(totals: UnitTotals, repetitions: number, random: Random): Float64Array {
  const width = totals.length;
  const unitCount = totals[0]!.length;
  const rowWise = interleaved(totals);
  const drawn = new Float64Array(repetitions * width);
  for (let row = 0; row < drawn.length; row += width) {
    for (let draw = 0; draw < unitCount; draw++) {
      const unit = random.int(unitCount) * width;
      for (let column = 0; column < width; column++) drawn[row + column]! += rowWise[unit + column]!;
    }
  }
  return drawn;
}

/**
 * Bias-corrected and accelerated (BCa) interval of a statistic: the percentile interval, moved for the bias of the
 * repetitions and for how the spread changes with the value. Chosen over the plain percentile interval because means
 * of ranking metrics over few, unequal units are skewed, and because it gives the same answer on every scale
 * (a difference and the relative difference agree).
 *
 * @param drawn  from `resampledTotals` of the same totals
 * @see Efron (1987), Better Bootstrap Confidence Intervals, J. Amer. Statist. Assoc. 82, 171–185
 */
export function bcaInterval(
  totals: UnitTotals,
  drawn: Float64Array,
  statistic: Statistic,
  confidence: number,
): Interval {
  const values = repeated(drawn, totals.length, statistic).sort();
  const centre = biasCorrection(values, statistic(sums(totals)));
  const acceleration = jackknifeAcceleration(totals, statistic);
  const end = (share: number) => {
    const shifted = centre + normalQuantile(share);
    const bend = 1 - acceleration * shifted;
    // Beyond its pole the correction would turn round; there the interval ends with the repetitions.
    return quantileOf(values, normalCdf(bend > 0 ? centre + shifted / bend : Math.sign(shifted) * Infinity));
  };
  const tail = (1 - confidence) / 2;
  return { low: end(tail), high: end(1 - tail), confidence };
}

/** The sum over units of each quantity. */
export function sums(totals: UnitTotals): Float64Array {
  return Float64Array.from(totals, (column) => column.reduce((sum, value) => sum + value, 0));
}

function interleaved(totals: UnitTotals): Float64Array {
  const width = totals.length;
  const rows = new Float64Array(totals[0]!.length * width);
  totals.forEach((column, at) => column.forEach((value, unit) => (rows[unit * width + at] = value)));
  return rows;
}

function repeated(drawn: Float64Array, width: number, statistic: Statistic): Float64Array {
  return Float64Array.from({ length: drawn.length / width }, (_, repetition) =>
    statistic(drawn.subarray(repetition * width, (repetition + 1) * width)),
  );
}

/** Normal score of the share of repetitions below the value, ties counting half; kept finite. */
function biasCorrection(sorted: Float64Array, value: number): number {
  let below = 0;
  for (const drawn of sorted) below += drawn < value ? 1 : drawn === value ? 0.5 : 0;
  const share = below / sorted.length;
  const margin = 1 / (2 * sorted.length);
  return normalQuantile(Math.min(1 - margin, Math.max(margin, share)));
}

/** Skewness of the statistic with each unit left out in turn, over 6; 0 where leaving one out changes nothing. */
function jackknifeAcceleration(totals: UnitTotals, statistic: Statistic): number {
  const all = sums(totals);
  const without = new Float64Array(totals.length);
  const values = Float64Array.from(totals[0]!, (_, unit) => {
    for (let at = 0; at < without.length; at++) without[at] = all[at]! - totals[at]![unit]!;
    return statistic(without);
  });
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  // Scaled by the largest, so that powers of tiny deviations do not become 0.
  const scale = values.reduce((largest, value) => Math.max(largest, Math.abs(mean - value)), 0);
  if (scale === 0 || !Number.isFinite(scale)) return 0;
  let squares = 0;
  let cubes = 0;
  for (const value of values) {
    const deviation = (mean - value) / scale;
    squares += deviation ** 2;
    cubes += deviation ** 3;
  }
  return cubes / (6 * squares ** 1.5);
}
