import { checkInside } from "../check-range.ts";
import { checkDistribution } from "../distribution/check.ts";
import { percentileFromTail, percentileSecondsOf, upperTailOf, type UpperTail } from "../distribution/cdf.ts";
import type { Distribution } from "../distribution/distribution.ts";

/** A time known by its upper tail alone. */
export interface TailPart {
  readonly tail: UpperTail;
  /** > 0, any time of the right size. */
  readonly scaleSeconds: number;
}

export type SumPart = Distribution | TailPart;

const cells = 1024;

/**
 * A percentile of the sum of independent times, by convolving them on a grid of 1,024 cells that ends where
 * `unionBound` says that the answer must lie below; off by less than a cell per part.
 *
 * @param parts  at least one
 * @param share  in (0, 1)
 * @throws {Problem} `sizing/out-of-range`
 */
export function sumPercentile(parts: readonly SumPart[], share: number): number {
  checkInside({ share });
  for (const part of parts) if (!isTail(part)) checkDistribution(part);
  const fixed = parts.reduce((sum, part) => sum + fixedSeconds(part), 0);
  const varying = parts.map(withoutFixed).filter((part) => isTail(part) || part.kind !== "deterministic");
  if (varying.length <= 1) return fixed + varying.reduce((sum, part) => sum + percentileOf(part, share), 0);
  const bound = unionBound(varying, share);
  if (bound === 0) return fixed;
  const width = bound / cells;
  const masses = varying.map((part) => massesOf(part, width)).reduce(convolve);
  return fixed + width * cellAt(masses, share);
}

/**
 * A bound that always holds, however the parts depend on each other: P(sum > b) ≤ 1 − share for the sum b of the
 * parts' percentiles at 1 − (1 − share)/n.
 */
export function unionBound(parts: readonly SumPart[], share: number): number {
  return parts.reduce((sum, part) => sum + percentileOf(part, 1 - (1 - share) / parts.length), 0);
}

/** A percentile of one part. */
export function percentileOf(part: SumPart, share: number): number {
  return isTail(part) ? percentileFromTail(part.tail, share, part.scaleSeconds) : percentileSecondsOf(part, share);
}

const isTail = (part: SumPart): part is TailPart => "tail" in part;

/** What is the same for every request moves the sum, and need not be convolved. */
function fixedSeconds(part: SumPart): number {
  if (isTail(part)) return 0;
  if (part.kind === "deterministic") return part.seconds;
  return part.kind === "shifted" ? part.bySeconds + fixedSeconds(part.rest) : 0;
}

function withoutFixed(part: SumPart): SumPart {
  return !isTail(part) && part.kind === "shifted" ? withoutFixed(part.rest) : part;
}

/** Probability of each cell [k − ½, k + ½) × width, from 0; the rest lies beyond the grid. */
function massesOf(part: SumPart, width: number): Float64Array {
  const tail = isTail(part) ? part.tail : upperTailOf(part);
  let above = 1;
  return Float64Array.from({ length: cells + 1 }, (_, cell) => {
    const mass = above;
    above = tail((cell + 0.5) * width);
    return mass - above;
  });
}

function convolve(one: Float64Array, other: Float64Array): Float64Array {
  const sum = new Float64Array(cells + 1);
  for (let i = 0; i <= cells; i++) {
    const mass = one[i]!;
    if (mass < 1e-18) continue;
    for (let j = cells - i; j >= 0; j--) sum[i + j]! += mass * other[j]!;
  }
  return sum;
}

/** The cell, with a fraction, up to which a share of the probability lies. */
function cellAt(masses: Float64Array, share: number): number {
  let below = 0;
  for (let cell = 0; cell <= cells; cell++) {
    const mass = masses[cell]!;
    if (below + mass >= share) return Math.max(0, cell - 0.5 + (share - below) / mass);
    below += mass;
  }
  return cells;
}
