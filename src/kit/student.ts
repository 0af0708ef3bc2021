import { logGamma, regularisedBeta } from "./interval.ts";
import { normalCdf, normalDensity, normalQuantile } from "./normal.ts";

/**
 * P(T ≤ x) for T Student distributed.
 *
 * @param degrees  of freedom, > 0
 * @example studentCdf(2.228139, 10) // => 0.975
 */
export function studentCdf(x: number, degrees: number): number {
  const tail = 0.5 * regularisedBeta(degrees / (degrees + x * x), degrees / 2, 0.5);
  return x > 0 ? 1 - tail : tail;
}

/**
 * The x with P(T ≤ x) = p, by bisection around the normal quantile.
 *
 * @param p  in (0, 1)
 * @example studentQuantile(0.975, 10) // => 2.228139
 */
export function studentQuantile(p: number, degrees: number): number {
  if (p < 0.5) return -studentQuantile(1 - p, degrees);
  let low = 0;
  let high = Math.max(1, normalQuantile(p));
  while (studentCdf(high, degrees) < p) high *= 2;
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (studentCdf(middle, degrees) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * P(T > x) for T = (Z + shift) / √(χ²/degrees), the noncentral t: what a t-test rejects with when there is an effect.
 * Integrates over the scale with Simpson's rule; absolute error below 1e-9.
 *
 * @param degrees  of freedom, ≥ 1
 * @example noncentralTUpperTail(2.001717, 58, 1.936492) // => 0.477841
 */
export function noncentralTUpperTail(x: number, degrees: number, shift: number): number {
  const spread = 1 / Math.sqrt(2 * degrees);
  const low = Math.max(0, 1 - 12 * spread);
  const high = 1 + 12 * spread;
  const steps = 2000;
  const width = (high - low) / steps;
  let [sum, total] = [0, 0];
  for (let i = 0; i <= steps; i++) {
    const scale = low + i * width;
    const weight = (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * chiDensity(scale, degrees);
    sum += weight * normalCdf(shift - x * scale);
    total += weight;
  }
  return sum / total;
}

/** Density of √(χ²/degrees). */
function chiDensity(scale: number, degrees: number): number {
  if (scale <= 0) return degrees === 1 ? 2 * normalDensity(0) : 0;
  const half = degrees / 2;
  const log = Math.log(2) + half * Math.log(half) - logGamma(half) + (degrees - 1) * Math.log(scale);
  return Math.exp(log - half * scale * scale);
}
