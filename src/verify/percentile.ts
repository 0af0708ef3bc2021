import { quantileOf, type Interval } from "../kit/interval.ts";
import { seededRandom } from "../kit/random.ts";
import { blockQuantileInterval } from "./block-bootstrap.ts";
import { blocksOfTime } from "./blocks.ts";
import type { Conditions, Measurement } from "./claim-shape.ts";
import { designEffect, effectiveQuantileInterval } from "./effective-sample.ts";
import { countOf, countText } from "./report/number-text.ts";

const SHORTEST_RUN_MILLIS = 10_000;
const BLOCK_MILLIS = 1000;

/** Latencies in the order in which the requests were due. */
export interface LatencySeries {
  readonly latencyMillis: ArrayLike<number>;
  /** Ascending. */
  readonly intendedMillis: ArrayLike<number>;
}

export interface PercentileFacts {
  /** In (0, 1): 0.99 for p99. */
  readonly quantile: number;
  readonly confidence?: number;
  readonly conditions: Conditions;
  /** Of the bootstrap. */
  readonly seed: number | string;
}

/**
 * The fewest samples from which a quantile is judged: a hundred beyond it.
 *
 * @example samplesNeeded(0.99) // => 10000
 */
export function samplesNeeded(quantile: number): number {
  return Math.ceil(100 / (1 - quantile) - 1e-6);
}

/**
 * A latency percentile in milliseconds, with an interval that knows that slow requests come in bursts: the wider of
 * order statistics at the effective sample size and a bootstrap over the seconds of the run.
 */
export function percentileMeasurement(series: LatencySeries, facts: PercentileFacts): Measurement {
  const { quantile, conditions } = facts;
  const sorted = Float64Array.from(series.latencyMillis).sort();
  const value = sorted.length === 0 ? NaN : quantileOf(sorted, quantile);
  const base = { value, unit: "ms", sampleSize: sorted.length, sampleUnit: "requests", conditions };
  const refusal = tooLittle(series, quantile);
  if (refusal) return { ...base, interval: null, refusal };
  const effective = sorted.length / burstEffect(series, value);
  const interval = widest(
    effectiveQuantileInterval(sorted, quantile, effective, facts.confidence),
    bootstrapped(series, facts),
  );
  return { ...base, interval, ...burstNote(interval, quantile, effective, sorted.length) };
}

/** Requests beyond the quantile, and those at it too: where many share one latency, the two differ. */
function burstEffect({ latencyMillis, intendedMillis }: LatencySeries, value: number): number {
  return Math.max(
    designEffect(intendedMillis, (i) => latencyMillis[i]! > value),
    designEffect(intendedMillis, (i) => latencyMillis[i]! >= value),
  );
}

function tooLittle({ intendedMillis }: LatencySeries, quantile: number): string | undefined {
  const count = intendedMillis.length;
  const needed = samplesNeeded(quantile);
  if (count < needed) {
    return `${countOf(count, "requests")} are too few for ${percentileName(quantile)}, which needs ${countText(needed)}`;
  }
  const spanMillis = intendedMillis[count - 1]! - intendedMillis[0]!;
  if (spanMillis >= SHORTEST_RUN_MILLIS - BLOCK_MILLIS) return undefined;
  return `the run of ${(spanMillis / 1000).toFixed(1)} s is too short to see how slow requests bunch; ${SHORTEST_RUN_MILLIS / 1000} s are needed`;
}

function bootstrapped({ latencyMillis, intendedMillis }: LatencySeries, facts: PercentileFacts): Interval {
  const sample = { values: latencyMillis, ...blocksOfTime(intendedMillis, BLOCK_MILLIS) };
  return blockQuantileInterval(sample, facts.quantile, seededRandom(facts.seed).stream("bootstrap"), facts.confidence);
}

/** From the lower low, never below no time at all, to the higher high. */
const widest = (a: Interval, b: Interval): Interval => ({
  low: Math.max(0, Math.min(a.low, b.low)),
  high: Math.max(a.high, b.high),
  confidence: a.confidence,
});

/** Independent values whose largest is above the quantile with the confidence asked for, one-sided half of it. */
const sizeThatBounds = (quantile: number, confidence: number): number =>
  Math.log((1 - confidence) / 2) / Math.log(quantile);

function burstNote(interval: Interval, quantile: number, effective: number, count: number): { note?: string } {
  if (Number.isFinite(interval.high)) return {};
  const needed = sizeThatBounds(quantile, interval.confidence);
  const longer = Math.ceil((needed / effective) * count);
  return {
    note: `the slowest requests came in so few bursts that ${countText(count)} are worth ${countText(effective)} independent ones, and it takes about ${countText(longer)} to bound ${percentileName(quantile)} from above`,
  };
}

const percentileName = (quantile: number): string => `p${Number((quantile * 100).toPrecision(6))}`;
