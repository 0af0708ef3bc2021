import type { Column, Cut } from "./kernel.ts";
import type { CompleteTreeOptions } from "./options.ts";

/** Sums over rows in whole units of `Quantised`. */
export interface Sums {
  readonly gradient: number;
  readonly hessian: number;
  readonly count: number;
}

/** The best cut of a leaf found so far. */
export interface Split extends Cut {
  /** Fall of the objective (twice, as LightGBM reports it), above 0. */
  readonly gain: number;
  readonly left: Sums;
}

export interface SplitTerms {
  readonly options: CompleteTreeOptions;
  readonly gradientUnit: number;
  readonly hessianUnit: number;
}

/**
 * The best cut of one feature, or `undefined` when none gains more than `above`.
 *
 * @param valueBins  bins of present values; the bin after them holds missing ones
 * @see Chen and Guestrin (2016), XGBoost, doi:10.1145/2939672.2939785, algorithm 3, for missing values
 */
export function bestCut(
  feature: number,
  column: Column,
  valueBins: number,
  all: Sums,
  terms: SplitTerms,
  above: number,
): Split | undefined {
  const missing = {
    gradient: column.gradient[valueBins]!,
    hessian: column.hessian[valueBins]!,
    count: column.count[valueBins]!,
  };
  const right = scan(column, valueBins, all, NOTHING, terms, above);
  const hasMissing = missing.count > 0;
  const left = hasMissing ? scan(column, valueBins, all, missing, terms, Math.max(above, right?.gain ?? 0)) : undefined;
  const best = left ?? right;
  if (!best) return undefined;
  // Where nothing was missing, a value that is missing later goes with the larger side.
  const missingLeft = hasMissing ? best === left : best.left.count * 2 >= all.count;
  return { feature, bin: best.bin, gain: best.gain, left: best.left, missingLeft };
}

const NOTHING: Sums = { gradient: 0, hessian: 0, count: 0 };

interface Scanned {
  readonly bin: number;
  readonly gain: number;
  readonly left: Sums;
}

/** Moves bins from right to left, starting with `start` on the left, and keeps the place of the largest gain. */
function scan(
  column: Column,
  valueBins: number,
  all: Sums,
  start: Sums,
  terms: SplitTerms,
  above: number,
): Scanned | undefined {
  const { l2, minRowsPerLeaf, minHessianPerLeaf, minGain } = terms.options;
  const { gradientUnit, hessianUnit } = terms;
  const whole = (all.gradient * gradientUnit) ** 2 / (all.hessian * hessianUnit + l2);
  const minHessian = Math.max(1, minHessianPerLeaf / hessianUnit);
  let { gradient, hessian, count } = start;
  // The margin keeps rounding of the two scores from passing as a gain.
  let best = above + minGain + whole * (1 + 1e-12);
  let bestBin = -1;
  let left = NOTHING;
  for (let bin = 0; bin < valueBins; bin++) {
    if (column.count[bin] === 0) continue;
    gradient += column.gradient[bin]!;
    hessian += column.hessian[bin]!;
    count += column.count[bin]!;
    if (count < minRowsPerLeaf || hessian < minHessian) continue;
    const restHessian = all.hessian - hessian;
    if (all.count - count < minRowsPerLeaf || restHessian < minHessian) break;
    const g = gradient * gradientUnit;
    const rest = (all.gradient - gradient) * gradientUnit;
    const score = (g * g) / (hessian * hessianUnit + l2) + (rest * rest) / (restHessian * hessianUnit + l2);
    if (!(score > best)) continue;
    best = score;
    bestBin = bin;
    left = { gradient, hessian, count };
  }
  return bestBin < 0 ? undefined : { bin: bestBin, gain: best - whole, left };
}

/** The step that minimises the objective's second-order approximation in a leaf, shrunk by the learning rate. */
export function leafValue(sums: Sums, { options, gradientUnit, hessianUnit }: SplitTerms): number {
  const denominator = sums.hessian * hessianUnit + options.l2;
  return denominator > 0 ? Math.fround((-sums.gradient * gradientUnit * options.learningRate) / denominator) + 0 : 0;
}
