import { checkCount, checkInside } from "../check-range.ts";
import { checkDistribution } from "../distribution/check.ts";
import { percentileSecondsOf, upperTailOf } from "../distribution/cdf.ts";
import type { Distribution } from "../distribution/distribution.ts";
import { meanSecondsOf } from "../distribution/moments.ts";

/**
 * The percentile of the slowest of n independent calls: each must be below its own percentile at share^(1/n).
 *
 * @param calls  n ≥ 1
 * @param share  in (0, 1)
 * @throws {Problem} `sizing/out-of-range`
 * @see Dean and Barroso (2013), The Tail at Scale, CACM 56(2): of 100 calls with a p99 of 1 s, 63% take above 1 s
 */
export function maxPercentileSeconds(distribution: Distribution, calls: number, share: number): number {
  checkDistribution(distribution);
  checkCount({ calls });
  checkInside({ share });
  return percentileSecondsOf(distribution, share ** (1 / calls));
}

/** The mean of the slowest of n independent calls: ∫ 1 − F(x)^n dx by the midpoint rule on 20,000 cells, to about 1e-4. */
export function maxMeanSeconds(distribution: Distribution, calls: number): number {
  checkDistribution(distribution);
  checkCount({ calls });
  if (meanSecondsOf(distribution) === 0) return 0;
  const tail = upperTailOf(distribution);
  const end = percentileSecondsOf(distribution, (1 - 1e-9) ** (1 / calls));
  const cells = 20_000;
  let sum = 0;
  for (let cell = 0; cell < cells; cell++) {
    sum -= Math.expm1(calls * Math.log1p(-Math.min(1, tail(((cell + 0.5) * end) / cells))));
  }
  return (sum * end) / cells;
}

/** Hₙ = 1 + 1/2 + … + 1/n: the mean of the slowest of n exponentials, in means of one. */
export function harmonic(n: number): number {
  let sum = 0;
  for (let i = n; i >= 1; i--) sum += 1 / i;
  return sum;
}
