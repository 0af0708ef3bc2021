import { checkDistribution } from "../distribution/check.ts";
import { percentileSecondsOf } from "../distribution/cdf.ts";
import { lognormalOf } from "../distribution/fitted.ts";
import type { Distribution } from "../distribution/distribution.ts";
import { rawMoments } from "../distribution/moments.ts";
import { sumPercentile, unionBound } from "./sum-percentile.ts";

/** What sequential steps take together at a percentile, in seconds. */
export interface SumOfSteps {
  /** Steps independent of each other: convolved numerically, off by less than a 1,024th of the guaranteed bound a step. */
  readonly independentSeconds: number;
  /** A quick approximation of the same: the lognormal with the sum's exact mean and variance. */
  readonly momentFitSeconds: number;
  /**
   * The steps' percentiles added up: what happens when the steps are slow together (perfect dependence). Above
   * `independentSeconds` for the times of real systems at p95 and up, though not for every distribution.
   */
  readonly addedSeconds: number;
  /** Holds whatever the dependence: the steps' percentiles at 1 − (1 − share)/n added up. */
  readonly guaranteedSeconds: number;
}

/**
 * How percentiles of sequential steps combine. Adding p99s overstates the p99 of independent steps.
 *
 * @param steps  at least one
 * @param share  in (0, 1), e.g. 0.99
 * @throws {Problem} `sizing/out-of-range`
 */
export function sumOfSteps(steps: readonly Distribution[], share: number): SumOfSteps {
  for (const step of steps) checkDistribution(step);
  return {
    independentSeconds: sumPercentile(steps, share),
    momentFitSeconds: momentFit(steps, share),
    addedSeconds: steps.reduce((sum, step) => sum + percentileSecondsOf(step, share), 0),
    guaranteedSeconds: unionBound(steps, share),
  };
}

function momentFit(steps: readonly Distribution[], share: number): number {
  const moments = steps.map(rawMoments);
  const mean = moments.reduce((sum, { first }) => sum + first, 0);
  const variance = moments.reduce((sum, { first, second }) => sum + Math.max(0, second - first ** 2), 0);
  return mean === 0 ? 0 : percentileSecondsOf(lognormalOf(mean, variance / mean ** 2), share);
}
