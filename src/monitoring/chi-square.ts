import { logGamma } from "../kit/interval.ts";

/**
 * P(X > x) for X chi-square distributed.
 *
 * @param degrees  of freedom, > 0
 * @see Press et al., Numerical Recipes (2007), §6.2: series below the mean, continued fraction above
 * @example chiSquareUpperTail(16.919, 9) // => 0.05
 */
export function chiSquareUpperTail(x: number, degrees: number): number {
  if (x <= 0) return 1;
  const a = degrees / 2;
  const half = x / 2;
  const scale = Math.exp(a * Math.log(half) - half - logGamma(a));
  return half < a + 1 ? 1 - scale * gammaSeries(a, half) : scale * gammaFraction(a, half);
}

/**
 * The x that a chi-square variable exceeds with a given probability.
 *
 * @param upperTail  in (0, 1)
 * @param degrees    of freedom, > 0
 * @example chiSquareAbove(0.05, 9) // => 16.919
 */
export function chiSquareAbove(upperTail: number, degrees: number): number {
  let low = 0;
  let high = degrees + 10;
  while (chiSquareUpperTail(high, degrees) > upperTail) high *= 2;
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (chiSquareUpperTail(middle, degrees) > upperTail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function gammaSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * 1e-16; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function gammaFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 10_000; n++) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / nonZero(step * d + b, tiny);
    c = nonZero(b + step / c, tiny);
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return fraction;
}

const nonZero = (value: number, tiny: number): number => (Math.abs(value) < tiny ? tiny : value);
