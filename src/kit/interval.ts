/** A confidence interval; both ends belong to it. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Share of repetitions in which such an interval covers the truth, e.g. 0.95. */
  readonly confidence: number;
}

/**
 * Exact (Clopper–Pearson) interval for a share, from the binomial distribution itself.
 *
 * @param successes  0 ≤ successes ≤ trials
 * @param trials     ≥ 1
 * @see Clopper and Pearson (1934), Biometrika 26, 404–413
 * @example binomialInterval(0, 3000, 0.95).high // => 0.001229
 */
export function binomialInterval(successes: number, trials: number, confidence = 0.95): Interval {
  const tail = (1 - confidence) / 2;
  const low = successes === 0 ? 0 : bisect((p) => binomialUpperTail(successes, trials, p) - tail);
  const high = successes === trials ? 1 : bisect((p) => tail - (1 - binomialUpperTail(successes + 1, trials, p)));
  return { low, high, confidence };
}

/**
 * Distribution-free interval for a quantile of independent draws, from order statistics.
 *
 * @param sorted    ascending values, at least one
 * @param quantile  in (0, 1), e.g. 0.99
 * @returns `high` is Infinity (or `low` -Infinity) where the sample is too small to bound that side
 * @see David and Nagaraja, Order Statistics (2003), §7.1
 */
export function quantileInterval(sorted: ArrayLike<number>, quantile: number, confidence = 0.95): Interval {
  const n = sorted.length;
  const tail = (1 - confidence) / 2;
  const lower = firstWhere(n, (rank) => 1 - binomialUpperTail(rank + 1, n, quantile) > tail);
  const upper = Math.max(
    1,
    firstWhere(n + 1, (rank) => binomialUpperTail(rank, n, quantile) <= tail),
  );
  return {
    low: lower === 0 ? -Infinity : sorted[lower - 1]!,
    high: upper > n ? Infinity : sorted[upper - 1]!,
    confidence,
  };
}

/** The value at a quantile of ascending values: the smallest one with at least that share at or below it. */
export function quantileOf(sorted: ArrayLike<number>, quantile: number): number {
  // 0.07 × 100 is a little over 7 in binary; a product that near a whole number is meant to be it.
  const rank = Math.ceil(quantile * sorted.length * (1 - 2 ** -51));
  return sorted[Math.min(sorted.length, Math.max(1, rank)) - 1]!;
}

/** P(X ≥ k) for X ~ Binomial(n, p), as the regularised incomplete beta function I_p(k, n − k + 1). */
export function binomialUpperTail(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  if (k > n) return 0;
  return regularisedBeta(p, k, n - k + 1);
}

/** Smallest whole number from 0 to `end` for which a condition that stays true once true holds; `end` where none does. */
function firstWhere(end: number, holds: (rank: number) => boolean): number {
  let low = 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function bisect(rising: (p: number) => number): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** I_x(a, b), a and b > 0. Continued fraction by Lentz's method; Press et al., Numerical Recipes (2007), §6.4. */
export function regularisedBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  if (x < (a + 1) / (a + b + 2)) return (front * betaFraction(x, a, b)) / a;
  return 1 - (front * betaFraction(1 - x, b, a)) / b;
}

function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let fraction = d;
  for (let m = 1; m < 10_000; m++) {
    for (const term of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      d = 1 + term * d;
      d = 1 / (Math.abs(d) < tiny ? tiny : d);
      c = 1 + term / c;
      if (Math.abs(c) < tiny) c = tiny;
      fraction *= c * d;
    }
    if (Math.abs(c * d - 1) < 1e-14) break;
  }
  return fraction;
}

/** ln Γ(x), x > 0; Lanczos approximation with g = 7, relative error below 1e-13. */
export function logGamma(x: number): number {
  const coefficients = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const y = x - 1;
  let sum = coefficients[0]!;
  for (let i = 1; i < 9; i++) sum += coefficients[i]! / (y + i);
  const t = y + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum);
}
