import { binomialInterval, quantileInterval, quantileOf, type Interval } from "../kit/interval.ts";
import { blocksOfTime, blockSums } from "./blocks.ts";

const SECOND_MILLIS = 1000;
const FEWEST_BLOCKS = 10;

/**
 * How many requests stand for one independent request, ≥ 1 (the design effect of cluster sampling): slow requests and
 * errors come in bursts, so ten thousand of them may tell as little as a few hundred.
 *
 * Compares how a yes/no property varies between blocks of time with how it would vary if requests were independent.
 * Blocks of one second, two seconds and a tenth of the run are tried; the worst counts.
 *
 * @see Kish, Survey Sampling (1965), §5.4
 */
export function designEffect(timesMillis: ArrayLike<number>, has: (i: number) => boolean): number {
  const spanMillis = timesMillis.length === 0 ? 0 : timesMillis[timesMillis.length - 1]! - timesMillis[0]!;
  const lengths = [SECOND_MILLIS, 2 * SECOND_MILLIS, spanMillis / FEWEST_BLOCKS];
  return Math.max(1, ...lengths.map((blockMillis) => effectAt(timesMillis, has, blockMillis)));
}

function effectAt(timesMillis: ArrayLike<number>, has: (i: number) => boolean, blockMillis: number): number {
  const blocked = blocksOfTime(timesMillis, blockMillis);
  const sizes = blockSums(blocked, () => 1);
  const counts = blockSums(blocked, (i) => (has(i) ? 1 : 0));
  const total = timesMillis.length;
  const share = counts.reduce((sum, count) => sum + count, 0) / total;
  const blockCount = blocked.blockCount;
  if (share === 0 || share === 1 || blockCount < 2) return 1;
  const between = counts.reduce((sum, count, block) => sum + (count - share * sizes[block]!) ** 2, 0);
  return (between * blockCount) / (blockCount - 1) / (total * share * (1 - share));
}

/**
 * Order-statistics interval for a quantile, with as many ranks to either side as the effective sample size demands.
 *
 * @param effectiveSize  ≥ 1; independent values that the sample is worth
 * @returns an end is infinite where the effective sample is too small to bound it
 * @see Woodruff (1952), Confidence intervals for medians and other position measures, JASA 47, 635–646
 */
export function effectiveQuantileInterval(
  sorted: ArrayLike<number>,
  quantile: number,
  effectiveSize: number,
  confidence = 0.95,
): Interval {
  const size = Math.max(1, Math.floor(effectiveSize));
  const ranks = quantileInterval(
    Float64Array.from({ length: size }, (_, i) => i + 1),
    quantile,
    confidence,
  );
  const valueAt = (rank: number): number => (Number.isFinite(rank) ? quantileOf(sorted, rank / size) : rank);
  return { low: valueAt(ranks.low), high: valueAt(ranks.high), confidence };
}

/** Exact interval for a share, with counts shrunk to what they are worth; each end rounds away from the middle. */
export function effectiveShareInterval(successes: number, trials: number, effect: number, confidence = 0.95): Interval {
  const worth = Math.max(1, Math.round(trials / effect));
  const least = Math.min(worth, Math.floor(successes / effect));
  const most = Math.min(worth, Math.ceil(successes / effect));
  return {
    low: binomialInterval(least, worth, confidence).low,
    high: binomialInterval(most, worth, confidence).high,
    confidence,
  };
}
