import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomialInterval, binomialUpperTail, logGamma, quantileInterval, quantileOf } from "./interval.ts";
import { seededRandom } from "./random.ts";

/** P(X ≥ k) by adding up the terms of the distribution. */
function upperTailBySum(k: number, n: number, p: number): number {
  let term = (1 - p) ** n;
  let below = 0;
  for (let i = 0; i < k; i++) {
    below += term;
    term *= ((n - i) / (i + 1)) * (p / (1 - p));
  }
  return 1 - below;
}

describe("binomialInterval", () => {
  // Newcombe (1998), Statistics in Medicine 17, 857–872, table I, method 5 (Clopper–Pearson), 95%.
  const published: [successes: number, trials: number, low: number, high: number][] = [
    [81, 263, 0.2527, 0.3676],
    [15, 148, 0.0578, 0.1617],
    [0, 20, 0, 0.1684],
    [1, 29, 0.0009, 0.1776],
  ];

  it("equals the published Clopper–Pearson limits to four digits", () => {
    for (const [successes, trials, low, high] of published) {
      const found = binomialInterval(successes, trials);
      expect([found.low, found.high].map((end) => end.toFixed(4))).toEqual([low, high].map((end) => end.toFixed(4)));
    }
  });

  it("has its closed form where nothing, or everything, succeeded", () => {
    expect(binomialInterval(0, 3000).high).toBeCloseTo(1 - 0.025 ** (1 / 3000), 12);
    expect(binomialInterval(50, 50).low).toBeCloseTo(0.025 ** (1 / 50), 12);
    expect(binomialInterval(0, 10).low).toBe(0);
    expect(binomialInterval(10, 10).high).toBe(1);
  });

  it("holds the share inside, mirrors, and narrows with more trials", () => {
    const counts = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([successes, trials]) => {
        const { low, high } = binomialInterval(successes, trials);
        const mirrored = binomialInterval(trials - successes, trials);
        const larger = binomialInterval(successes * 10, trials * 10);
        expect(low).toBeLessThanOrEqual(successes / trials);
        expect(high).toBeGreaterThanOrEqual(successes / trials);
        expect(mirrored.low).toBeCloseTo(1 - high, 9);
        expect(larger.high - larger.low).toBeLessThan(high - low);
      }),
      { numRuns: 60 },
    );
  });

  it("stays right for millions of trials: near the normal limits", () => {
    const { low, high } = binomialInterval(2_000_000, 4_000_000);
    expect(low).toBeCloseTo(0.5 - (1.959964 * 0.5) / 2000, 6);
    expect(high).toBeCloseTo(0.5 + (1.959964 * 0.5) / 2000, 6);
  });
});

describe("binomialUpperTail", () => {
  it("equals the sum of the terms", () => {
    const probability = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 60 }), probability, (k, n, p) => {
        const wanted = k > n ? 0 : upperTailBySum(k, n, p);
        expect(binomialUpperTail(k, n, p)).toBeCloseTo(wanted, 10);
      }),
    );
  });
});

describe("logGamma", () => {
  it("is the logarithm of factorials, of √π at a half, and follows the recurrence", () => {
    expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 11);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12);
    for (const x of [0.1, 0.7, 3.3, 1234.5]) expect(logGamma(x + 1) - logGamma(x)).toBeCloseTo(Math.log(x), 9);
  });
});

describe("quantileInterval", () => {
  const ranks = (n: number) => Array.from({ length: n }, (_, at) => at + 1);

  it("takes the published ranks for a median: 2 and 9 of ten, 40 and 61 of a hundred", () => {
    // Conover, Practical Nonparametric Statistics (1999), §3.2.
    expect(quantileInterval(ranks(10), 0.5)).toEqual({ low: 2, high: 9, confidence: 0.95 });
    expect(quantileInterval(ranks(100), 0.5)).toEqual({ low: 40, high: 61, confidence: 0.95 });
  });

  it("is unbounded above while the sample is too small for a p99: up to 367 draws", () => {
    // 0.99^367 > 0.025 ≥ 0.99^368: only from 368 draws is the largest above the p99 often enough.
    expect(quantileInterval(ranks(367), 0.99).high).toBe(Infinity);
    expect(quantileInterval(ranks(368), 0.99).high).toBe(368);
    expect(quantileInterval([5], 0.5)).toMatchObject({ low: -Infinity, high: Infinity });
  });

  it("covers the true p99 of skewed draws in at least 95% of samples, and not in all", () => {
    const random = seededRandom("p99");
    const truth = -Math.log(0.01);
    let covered = 0;
    for (let sample = 0; sample < 300; sample++) {
      const drawn = Float64Array.from({ length: 1500 }, () => random.exponential(1)).sort();
      const { low, high } = quantileInterval(drawn, 0.99);
      if (low <= truth && truth <= high) covered++;
    }
    expect(covered / 300).toBeGreaterThan(0.925);
    expect(covered / 300).toBeLessThan(1);
  });

  it("finds the same ranks as trying them one by one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (n, quantile) => {
        const { low, high } = quantileInterval(ranks(n), quantile);
        const lows = ranks(n).filter((rank) => 1 - binomialUpperTail(rank, n, quantile) <= 0.025);
        const highs = ranks(n).filter((rank) => binomialUpperTail(rank, n, quantile) <= 0.025);
        expect([low, high]).toEqual([lows.at(-1) ?? -Infinity, highs[0] ?? Infinity]);
      }),
    );
  });
});

describe("quantileOf", () => {
  it("is the smallest value with at least that share at or below it", () => {
    const hundred = Array.from({ length: 100 }, (_, at) => at + 1);
    for (let percent = 1; percent <= 100; percent++) expect(quantileOf(hundred, percent / 100)).toBe(percent);
    expect(quantileOf([1, 2, 3], 0)).toBe(1);
    expect(quantileOf([1, 2], 0.51)).toBe(2);
  });
});
