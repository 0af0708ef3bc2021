import { gammaUpperTail } from "../../kit/incomplete-gamma.ts";
import { normalCdf } from "../../kit/normal.ts";
import { quantileOf } from "../../kit/interval.ts";
import { bisectRising } from "../bisect.ts";
import type { Distribution } from "./distribution.ts";
import { logSpread, meanSecondsOf } from "./moments.ts";

/** P(S > seconds). */
export type UpperTail = (seconds: number) => number;

/** P(S > x) as a function of x, for times x of 0 and more. */
export function upperTailOf(distribution: Distribution): UpperTail {
  switch (distribution.kind) {
    case "deterministic":
      return (x) => (x < distribution.seconds ? 1 : 0);
    case "exponential":
      return (x) => Math.exp(-Math.max(0, x) / distribution.meanSeconds);
    case "gamma":
      return (x) => gammaUpperTail(distribution.shape, (x * distribution.shape) / distribution.meanSeconds);
    case "lognormal":
      return lognormalTail(distribution.p50Seconds, logSpread(distribution));
    case "hyperexponential":
      return (x) =>
        distribution.branches.reduce(
          (sum, { weight, meanSeconds }) => sum + weight * Math.exp(-Math.max(0, x) / meanSeconds),
          0,
        );
    case "empirical":
      return empiricalTail(distribution.valuesSeconds);
    case "shifted": {
      const rest = upperTailOf(distribution.rest);
      return (x) => (x < distribution.bySeconds ? 1 : rest(x - distribution.bySeconds));
    }
  }
}

/**
 * The time that a share of draws does not exceed.
 *
 * @param share  in (0, 1), e.g. 0.99
 */
export function percentileSecondsOf(distribution: Distribution, share: number): number {
  if (distribution.kind === "deterministic") return distribution.seconds;
  if (distribution.kind === "shifted") return distribution.bySeconds + percentileSecondsOf(distribution.rest, share);
  if (distribution.kind === "empirical") return quantileOf(Float64Array.from(distribution.valuesSeconds).sort(), share);
  return percentileFromTail(upperTailOf(distribution), share, meanSecondsOf(distribution));
}

/**
 * The smallest time whose upper tail is at most 1 − share.
 *
 * @param scaleSeconds  > 0, any time of the right size to start from
 * @param precision     relative; the last bits when absent
 */
export function percentileFromTail(tail: UpperTail, share: number, scaleSeconds: number, precision = 1e-15): number {
  if (tail(0) <= 1 - share) return 0;
  return bisectRising((x) => 1 - share - tail(x), { low: 0, start: scaleSeconds, precision });
}

function lognormalTail(p50Seconds: number, spread: number): UpperTail {
  if (spread === 0) return (x) => (x < p50Seconds ? 1 : 0);
  return (x) => (x <= 0 ? 1 : normalCdf(-Math.log(x / p50Seconds) / spread));
}

function empiricalTail(values: readonly number[]): UpperTail {
  const sorted = Float64Array.from(values).sort();
  return (x) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! <= x) low = middle + 1;
      else high = middle;
    }
    return 1 - low / sorted.length;
  };
}
