import { checkCount, checkNotNegative, checkPositive } from "../check-range.ts";
import { Problem } from "../../kit/problem.ts";

export interface BatchCost {
  /** Fixed part of a batch: launches, copies, reading the parameters. */
  readonly baseSeconds: number;
  readonly perItemSeconds: number;
}

export interface BatchChoice {
  readonly batch: number;
  readonly batchSeconds: number;
  readonly itemsPerSecond: number;
  /** Throughput over that of batches of one. */
  readonly gain: number;
}

/**
 * The largest batch with which the slowest request still meets a limit. At worst a request just misses a batch, waits
 * for it, and is served in the next: two batches.
 *
 * @param most  largest batch that memory allows
 * @throws {Problem} `sizing/out-of-range`; `sizing/unreachable-target` when batches of one are too slow
 */
export function largestBatchWithin(cost: BatchCost, limitSeconds: number, most: number): BatchChoice {
  checkPositive({ baseSeconds: cost.baseSeconds, limitSeconds });
  checkNotNegative({ perItemSeconds: cost.perItemSeconds });
  checkCount({ most });
  const fits = Math.floor(((limitSeconds / 2 - cost.baseSeconds) / cost.perItemSeconds) * (1 + 1e-12));
  if (!(fits >= 1)) throw tooSlow(cost, limitSeconds);
  const batch = Math.min(most, fits);
  const batchSeconds = cost.baseSeconds + cost.perItemSeconds * batch;
  const itemsPerSecond = batch / batchSeconds;
  return { batch, batchSeconds, itemsPerSecond, gain: itemsPerSecond * (cost.baseSeconds + cost.perItemSeconds) };
}

function tooSlow({ baseSeconds, perItemSeconds }: BatchCost, limitSeconds: number): Problem {
  const least = 2 * (baseSeconds + perItemSeconds) * 1000;
  return new Problem({
    code: "sizing/unreachable-target",
    found: `two batches of one take ${Number(least.toPrecision(4))} ms, but ${limitSeconds * 1000} ms is the limit`,
    fix: "make the batch's fixed part faster, or allow more time",
  });
}
