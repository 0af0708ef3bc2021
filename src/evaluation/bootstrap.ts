import { Problem } from "../kit/problem.ts";
import type { Interval } from "../kit/interval.ts";
import type { Random } from "../kit/random.ts";
import { bcaInterval, resampledTotals, sums, type Statistic, type UnitTotals } from "./resample.ts";

export interface BootstrapOptions {
  readonly random: Random;
  /** How often the units are drawn again. */
  readonly repetitions?: number | undefined;
  /** Share of such intervals that cover the truth, in (0, 1). */
  readonly confidence?: number | undefined;
}

/** The repetitions and confidence of every interval that does not name its own. */
export const bootstrapDefaults = { repetitions: 2000, confidence: 0.95 } as const;

/** A number with its uncertainty and with what it rests on. */
export interface Estimate {
  readonly value: number;
  /** Unbounded on both sides where there are fewer than two units. */
  readonly interval: Interval;
  /** Independent units (households, readers) behind the number. */
  readonly unitCount: number;
  /** Values (lists, rows) behind the number. */
  readonly count: number;
}

export interface DifferenceEstimate extends Estimate {
  /** (mean a − mean b) / mean b; `undefined` where mean b is 0. */
  readonly relative: Estimate | undefined;
}

/**
 * Mean over lists with an interval that respects that lists of one unit resemble each other: whole units are drawn
 * again (cluster bootstrap), the mean is the ratio of the drawn sums and counts.
 *
 * @param sample.values  one number per list; not NaN
 * @param sample.units   which unit each list belongs to; any whole numbers
 * @returns a BCa interval (why: see `bcaInterval`); O(repetitions × units)
 * @throws {Problem} `evaluation/no-lists`
 * @see Davison and Hinkley, Bootstrap Methods and their Application (1997), §3.8
 */
export function bootstrapMean(
  sample: { readonly values: ArrayLike<number>; readonly units: ArrayLike<number> },
  options: BootstrapOptions,
): Estimate {
  const totals = unitTotals(sample.units, [sample.values, ones(sample.values.length)]);
  const estimate = estimator(totals, sample.values.length, options);
  return estimate(([sum, count]) => sum! / count!);
}

/**
 * Mean of a − b on the same lists, absolute and relative to b, from one set of draws.
 *
 * @param sample.a, sample.b  one number per list, in the same order of lists
 * @throws {Problem} `evaluation/no-lists`
 */
export function bootstrapDifference(
  sample: { readonly a: ArrayLike<number>; readonly b: ArrayLike<number>; readonly units: ArrayLike<number> },
  options: BootstrapOptions,
): DifferenceEstimate {
  const { a, b, units } = sample;
  if (a.length !== b.length) throw new Error(`a has ${a.length} lists and b ${b.length}: they are not paired`);
  const gaps = Float64Array.from(a, (value, list) => value - b[list]!);
  const totals = unitTotals(units, [gaps, b, ones(gaps.length)]);
  const estimate = estimator(totals, gaps.length, options);
  const difference = estimate(([gap, , count]) => gap! / count!);
  const baseline = sums(totals)[1]!;
  return { ...difference, relative: baseline === 0 ? undefined : estimate(([gap, base]) => shareOf(gap!, base!)) };
}

function estimator(totals: UnitTotals, count: number, options: BootstrapOptions): (statistic: Statistic) => Estimate {
  const repetitions = options.repetitions ?? bootstrapDefaults.repetitions;
  const confidence = options.confidence ?? bootstrapDefaults.confidence;
  const unitCount = totals[0]!.length;
  const drawn = unitCount < 2 ? undefined : resampledTotals(totals, repetitions, options.random);
  return (statistic) => {
    const interval = drawn
      ? bcaInterval(totals, drawn, statistic, confidence)
      : { low: -Infinity, high: Infinity, confidence };
    return { value: statistic(sums(totals)), interval, unitCount, count };
  };
}

/** Adds values up by unit, units in order of their first list. */
function unitTotals(units: ArrayLike<number>, columns: readonly ArrayLike<number>[]): UnitTotals {
  if (units.length === 0) throw noLists();
  const positions = new Map<number, number>();
  const position = Uint32Array.from(units, (unit) => {
    if (!positions.has(unit)) positions.set(unit, positions.size);
    return positions.get(unit)!;
  });
  return columns.map((column) => {
    if (column.length !== units.length) throw new Error(`${column.length} values, but ${units.length} units`);
    const sum = new Float64Array(positions.size);
    position.forEach((unit, list) => (sum[unit]! += column[list]!));
    if (sum.some(Number.isNaN)) throw new Error("a value to be averaged is not a number");
    return sum;
  });
}

const ones = (length: number): Float64Array => new Float64Array(length).fill(1);

/** A draw in which both gap and base are 0 shows no change. */
const shareOf = (gap: number, base: number): number => (gap === 0 ? 0 : gap / base);

function noLists(): Problem {
  return new Problem({
    code: "evaluation/no-lists",
    found: "No list is left to be judged: none of them has a relevant item.",
    fix: "evaluate a longer period, or see that labels of this period have been taken in",
  });
}
