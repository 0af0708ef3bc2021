/** Density of the standard normal distribution. */
export function normalDensity(x: number): number {
  return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
}

/**
 * P(Z ≤ x) for a standard normal Z; relative error below 1e-12, in the lower tail too.
 *
 * @see Marsaglia, Evaluating the Normal Distribution (2004), J. Statistical Software 11(4): series near 0, continued fraction in the tails
 * @example normalCdf(1.959963984540054) // => 0.975
 */
export function normalCdf(x: number): number {
  if (x < -3) return lowerTail(-x);
  if (x > 3) return 1 - lowerTail(x);
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > 1e-18; odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return 0.5 + normalDensity(x) * sum;
}

/**
 * The x with P(Z ≤ x) = p, by Halley's steps from a rational start (Abramowitz and Stegun 26.2.23).
 *
 * @param p  in [0, 1]; the ends give ∓Infinity
 * @example normalQuantile(0.975) // => 1.959964
 */
export function normalQuantile(p: number): number {
  if (p <= 0 || p >= 1) return p === 0 ? -Infinity : p === 1 ? Infinity : NaN;
  if (p > 0.5) return -normalQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  let x = (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
  for (let step = 0; step < 3; step++) {
    const error = (normalCdf(x) - p) / normalDensity(x);
    x -= error / (1 + (x * error) / 2);
  }
  return x;
}

/** P(Z > x) for x > 3: Laplace's continued fraction. */
function lowerTail(x: number): number {
  if (x > 38.5) return 0;
  let fraction = x;
  for (let i = 100; i >= 1; i--) fraction = x + i / fraction;
  return normalDensity(x) / fraction;
}
