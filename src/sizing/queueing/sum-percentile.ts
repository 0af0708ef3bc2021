import { checkInside } from "../check-range.ts";
import { checkDistribution } from "../distribution/check.ts";
import { percentileFromTail, percentileSecondsOf, upperTailOf, type UpperTail } from "../distribution/cdf.ts";
import type { Distribution } from "../distribution/distribution.ts";
import { cellAt, convolve, massesOfTail } from "./grid.ts";

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
  const masses = varying.map((part) => massesOfTail(tailOf(part), width, cells)).reduce(convolve);
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

const tailOf = (part: SumPart): UpperTail => (isTail(part) ? part.tail : upperTailOf(part));
