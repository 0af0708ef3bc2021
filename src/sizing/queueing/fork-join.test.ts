import { describe, expect, it } from "vitest";
import { forkJoin } from "./fork-join.ts";
import { harmonic, maxMeanSeconds, maxPercentileSeconds } from "./max-of.ts";

describe("fork and join", () => {
  it.each([
    [0.5, 23 / 8],
    [0.8, 7],
    [0.1, 11.9 / 7.2],
  ])("over two shards at load %d takes (12 − ρ)/8 · 1/(μ − λ) (Flatto and Hahn 1984)", (arrivalsPerSecond, value) => {
    const answer = forkJoin({ arrivalsPerSecond, serviceSeconds: 1, shards: 2 });
    expect(answer.meanResponseSeconds).toBeCloseTo(value, 9);
    expect(answer.exact).toBe(true);
  });

  it("over one shard is M/M/1, and without load the slowest of n", () => {
    expect(forkJoin({ arrivalsPerSecond: 0.6, serviceSeconds: 1, shards: 1 }).meanResponseSeconds).toBeCloseTo(2.5, 12);
    const idle = forkJoin({ arrivalsPerSecond: 1e-9, serviceSeconds: 1, shards: 10 });
    expect(idle.meanResponseSeconds).toBeCloseTo(harmonic(10), 6);
  });

  it("lies between its bounds, for every load and number of shards", () => {
    for (const shards of [1, 2, 3, 8, 32]) {
      for (const arrivalsPerSecond of [0.05, 0.3, 0.6, 0.9]) {
        const { meanResponseSeconds, bounds } = forkJoin({ arrivalsPerSecond, serviceSeconds: 1, shards });
        expect(meanResponseSeconds).toBeGreaterThanOrEqual(bounds.lowSeconds - 1e-12);
        expect(meanResponseSeconds).toBeLessThanOrEqual(bounds.highSeconds + 1e-12);
      }
    }
  });
});

describe("the slowest of n calls", () => {
  const second = { kind: "exponential", meanSeconds: 1 } as const;

  it("is slower than a call's p99 in 63% of cases when there are 100 (Dean and Barroso 2013)", () => {
    const p99 = Math.log(100);
    expect(maxPercentileSeconds(second, 100, 0.99 ** 100)).toBeCloseTo(p99, 9);
    expect(1 - 0.99 ** 100).toBeCloseTo(0.634, 3);
  });

  it("takes Hₙ means of an exponential", () => {
    for (const n of [1, 2, 10, 100]) expect(maxMeanSeconds(second, n) / harmonic(n)).toBeCloseTo(1, 4);
    expect(harmonic(4)).toBeCloseTo(25 / 12, 12);
  });
});
