import { quantileOf, type Interval } from "../kit/interval.ts";
import type { Random } from "../kit/random.ts";
import { blockSums, type Blocks } from "./blocks.ts";

/** Values in the order of time, with the block of each. */
export interface BlockedSample extends Blocks {
  readonly values: ArrayLike<number>;
}

const RESAMPLES = 400;

/**
 * Interval for a quantile from resampling whole blocks with replacement (percentile method).
 *
 * @see Künsch (1989), The jackknife and the bootstrap for general stationary observations, Ann. Statist. 17, 1217–1241
 */
export function blockQuantileInterval(
  sample: BlockedSample,
  quantile: number,
  random: Random,
  confidence = 0.95,
): Interval {
  const falling = Uint32Array.from({ length: sample.values.length }, (_, i) => i).sort(
    (a, b) => sample.values[b]! - sample.values[a]!,
  );
  const sizes = blockSums(sample, () => 1);
  return resampledInterval(sample.blockCount, random, confidence, (drawn) => {
    const total = weightedSum(sizes, drawn);
    const above = total - Math.max(1, Math.ceil(quantile * total));
    let seen = 0;
    for (const i of falling) {
      seen += drawn[sample.blocks[i]!]!;
      if (seen > above) return sample.values[i]!;
    }
    return NaN;
  });
}

/** `drawn` holds how often each block was drawn. */
function resampledInterval(
  blockCount: number,
  random: Random,
  confidence: number,
  statistic: (drawn: Uint32Array) => number,
): Interval {
  const results = new Float64Array(RESAMPLES);
  const drawn = new Uint32Array(blockCount);
  for (let r = 0; r < RESAMPLES; r++) {
    drawn.fill(0);
    for (let b = 0; b < blockCount; b++) drawn[random.int(blockCount)]!++;
    results[r] = statistic(drawn);
  }
  const sorted = results.filter((value) => !Number.isNaN(value)).sort();
  const tail = (1 - confidence) / 2;
  return { low: quantileOf(sorted, tail), high: quantileOf(sorted, 1 - tail), confidence };
}

const weightedSum = (sums: Float64Array, drawn: Uint32Array): number =>
  sums.reduce((total, sum, block) => total + sum * drawn[block]!, 0);
