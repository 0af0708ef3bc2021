import { gammaUpperTail } from "../kit/incomplete-gamma.ts";

/**
 * P(X > x) for X chi-square distributed.
 *
 * @param degrees  of freedom, > 0
 * @example chiSquareUpperTail(16.919, 9) // => 0.05
 */
export function chiSquareUpperTail(x: number, degrees: number): number {
  return gammaUpperTail(degrees / 2, x / 2);
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
