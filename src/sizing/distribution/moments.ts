import { normalQuantile } from "../../kit/normal.ts";
import type { Distribution, OfKind } from "./distribution.ts";

/** E[S], E[S²] and E[S³], in seconds and its powers. */
export interface RawMoments {
  readonly first: number;
  readonly second: number;
  readonly third: number;
}

/** The first three raw moments, exact. */
export function rawMoments(distribution: Distribution): RawMoments {
  switch (distribution.kind) {
    case "deterministic":
      return powers(distribution.seconds);
    case "exponential":
      return exponentialMoments(distribution.meanSeconds);
    case "gamma":
      return gammaMoments(distribution);
    case "lognormal":
      return lognormalMoments(distribution);
    case "hyperexponential":
      return mix(distribution.branches.map(({ weight, meanSeconds }) => [weight, exponentialMoments(meanSeconds)]));
    case "empirical":
      return mix(distribution.valuesSeconds.map((value, _, all) => [1 / all.length, powers(value)]));
    case "shifted":
      return shift(rawMoments(distribution.rest), distribution.bySeconds);
  }
}

/** Mean in seconds. */
export const meanSecondsOf = (distribution: Distribution): number => rawMoments(distribution).first;

/** Variance over squared mean: 0 is deterministic, 1 exponential; 0 where the mean is 0. */
export function squaredVariation(distribution: Distribution): number {
  const { first, second } = rawMoments(distribution);
  return first === 0 ? 0 : Math.max(0, second / first ** 2 - 1);
}

/** σ of the logarithm, from the median and the 99th percentile. */
export function logSpread({ p50Seconds, p99Seconds }: OfKind<"lognormal">): number {
  return Math.log(p99Seconds / p50Seconds) / normalQuantile(0.99);
}

const powers = (value: number): RawMoments => ({ first: value, second: value ** 2, third: value ** 3 });

const exponentialMoments = (mean: number): RawMoments => ({ first: mean, second: 2 * mean ** 2, third: 6 * mean ** 3 });

function gammaMoments({ meanSeconds, shape }: OfKind<"gamma">): RawMoments {
  const second = meanSeconds ** 2 * (1 + 1 / shape);
  return { first: meanSeconds, second, third: second * meanSeconds * (1 + 2 / shape) };
}

function lognormalMoments(distribution: OfKind<"lognormal">): RawMoments {
  const variance = logSpread(distribution) ** 2;
  const moment = (k: number) => distribution.p50Seconds ** k * Math.exp((k * k * variance) / 2);
  return { first: moment(1), second: moment(2), third: moment(3) };
}

function mix(parts: readonly (readonly [weight: number, moments: RawMoments])[]): RawMoments {
  const sum = (of: keyof RawMoments) => parts.reduce((total, [weight, moments]) => total + weight * moments[of], 0);
  return { first: sum("first"), second: sum("second"), third: sum("third") };
}

function shift({ first, second, third }: RawMoments, by: number): RawMoments {
  return {
    first: first + by,
    second: second + 2 * by * first + by ** 2,
    third: third + 3 * by * second + 3 * by ** 2 * first + by ** 3,
  };
}
