import { normalQuantile } from "../../kit/normal.ts";
import type { OfKind } from "./distribution.ts";

/**
 * A lognormal with a given mean and squared coefficient of variation.
 *
 * @param squaredVariation  variance over squared mean, ≥ 0
 */
export function lognormalOf(meanSeconds: number, squaredVariation: number): OfKind<"lognormal"> {
  const variance = Math.log1p(squaredVariation);
  const p50Seconds = meanSeconds * Math.exp(-variance / 2);
  return {
    kind: "lognormal",
    p50Seconds,
    p99Seconds: p50Seconds * Math.exp(Math.sqrt(variance) * normalQuantile(0.99)),
  };
}

/** Two exponentials with balanced means (each branch carries half the work) and a squared variation of 1 or more. */
export function hyperexponentialOf(meanSeconds: number, squaredVariation: number): OfKind<"hyperexponential"> {
  const weight = (1 + Math.sqrt((squaredVariation - 1) / (squaredVariation + 1))) / 2;
  const branch = (share: number) => ({ weight: share, meanSeconds: meanSeconds / (2 * share) });
  return { kind: "hyperexponential", branches: [branch(weight), branch(1 - weight)] };
}
