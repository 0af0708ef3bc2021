import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../kit/random.ts";
import { problemOf } from "../../kit/testing/problem-of.ts";
import { checkDistribution } from "./check.ts";
import { percentileSecondsOf, upperTailOf } from "./cdf.ts";
import type { Distribution } from "./distribution.ts";
import { hyperexponentialOf, lognormalOf } from "./fitted.ts";
import { meanSecondsOf, rawMoments, squaredVariation } from "./moments.ts";
import { samplerOf } from "./sampler.ts";

const kinds: readonly Distribution[] = [
  { kind: "deterministic", seconds: 0.2 },
  { kind: "exponential", meanSeconds: 0.5 },
  { kind: "gamma", meanSeconds: 2, shape: 3 },
  { kind: "gamma", meanSeconds: 2, shape: 0.6 },
  { kind: "lognormal", p50Seconds: 0.01, p99Seconds: 0.05 },
  hyperexponentialOf(1, 3),
  { kind: "empirical", valuesSeconds: [3, 1, 1, 2] },
  { kind: "shifted", bySeconds: 1, rest: { kind: "exponential", meanSeconds: 0.5 } },
];

describe.each(kinds)("$kind", (distribution) => {
  const count = 40_000;
  const draw = samplerOf(distribution, seededRandom("draws"));
  const draws = Float64Array.from({ length: count }, draw).sort();

  it("has draws of its mean and second moment, within 4.5 standard errors", () => {
    const { first, second } = rawMoments(distribution);
    const mean = draws.reduce((sum, value) => sum + value, 0) / count;
    const square = draws.reduce((sum, value) => sum + value ** 2, 0) / count;
    const fourth = draws.reduce((sum, value) => sum + value ** 4, 0) / count;
    expect(Math.abs(mean - first)).toBeLessThan(4.5 * Math.sqrt(Math.max(0, second - first ** 2) / count) + 1e-12);
    expect(Math.abs(square - second)).toBeLessThan(4.5 * Math.sqrt(Math.max(0, fourth - square ** 2) / count) + 1e-12);
  });

  it("has the percentiles of its draws, and a tail that agrees with them", () => {
    const tail = upperTailOf(distribution);
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const at = percentileSecondsOf(distribution, share);
      const below = draws.filter((value) => value <= at * (1 + 1e-12)).length / count;
      const before = draws.filter((value) => value < at * (1 - 1e-12)).length / count;
      const noise = 4.5 * Math.sqrt((share * (1 - share)) / count);
      expect(before - noise).toBeLessThan(share);
      expect(below + noise).toBeGreaterThan(share);
      expect(tail(at * (1 + 1e-12))).toBeLessThanOrEqual(1 - share + 1e-9);
    }
  });
});

describe("moments", () => {
  it("of an exponential are k! meanᵏ, of an Erlang those of its stages", () => {
    expect(rawMoments({ kind: "exponential", meanSeconds: 2 })).toEqual({ first: 2, second: 8, third: 48 });
    const erlang = rawMoments({ kind: "gamma", meanSeconds: 2, shape: 2 });
    expect([erlang.first, erlang.second, erlang.third]).toEqual([2, 6, 24]);
  });

  it("of a shifted time are those of (fixed + rest)", () => {
    const values = [0.5, 1, 4];
    const shifted = rawMoments({ kind: "shifted", bySeconds: 3, rest: { kind: "empirical", valuesSeconds: values } });
    const plain = rawMoments({ kind: "empirical", valuesSeconds: values.map((value) => value + 3) });
    for (const moment of ["first", "second", "third"] as const) expect(shifted[moment]).toBeCloseTo(plain[moment], 10);
  });
});

describe("a fitted distribution", () => {
  const above = fc.double({ min: 0.01, max: 100, noNaN: true });

  it("has the mean and the variation that were asked for", () => {
    fc.assert(
      fc.property(above, fc.double({ min: 0, max: 20, noNaN: true }), (mean, variation) => {
        expect(meanSecondsOf(lognormalOf(mean, variation)) / mean).toBeCloseTo(1, 8);
        expect(squaredVariation(lognormalOf(mean, variation))).toBeCloseTo(variation, 6);
        const wide = hyperexponentialOf(mean, 1 + variation);
        expect(meanSecondsOf(wide) / mean).toBeCloseTo(1, 8);
        expect(squaredVariation(wide)).toBeCloseTo(1 + variation, 6);
      }),
    );
  });
});

describe("what is no distribution", () => {
  it.each<[string, Distribution]>([
    ["seconds is -1", { kind: "deterministic", seconds: -1 }],
    ["meanSeconds is NaN", { kind: "exponential", meanSeconds: NaN }],
    ["shape is 0", { kind: "gamma", meanSeconds: 1, shape: 0 }],
    ["the p99 of 1 s is below the p50 of 2 s", { kind: "lognormal", p50Seconds: 2, p99Seconds: 1 }],
    ["the weights sum to 0.5", { kind: "hyperexponential", branches: [{ weight: 0.5, meanSeconds: 1 }] }],
    ["no values were given", { kind: "empirical", valuesSeconds: [] }],
    [
      "meanSeconds is Infinity",
      { kind: "shifted", bySeconds: 0, rest: { kind: "exponential", meanSeconds: Infinity } },
    ],
  ])("is refused: %s", (found, distribution) => {
    const problem = problemOf(() => checkDistribution(distribution));
    expect(problem.code).toBe("sizing/out-of-range");
    expect(problem.found).toContain(found);
  });
});
