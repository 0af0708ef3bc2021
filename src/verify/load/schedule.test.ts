import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrivalSchedule, type ScheduleFacts } from "./schedule.ts";

const facts: ScheduleFacts = {
  perSecond: 100,
  seconds: 400,
  warmUpSeconds: 0,
  bodyCount: 7,
  bodyOrder: "sampled",
  seed: 1,
};

describe("arrivalSchedule", () => {
  it("is the same for the same seed and another for another", () => {
    const first = arrivalSchedule(facts);
    expect(arrivalSchedule(facts)).toEqual(first);
    expect(arrivalSchedule({ ...facts, seed: 2 }).intendedMillis).not.toEqual(first.intendedMillis);
  });

  it("has counts per second whose variance is their mean, as Poisson's are", () => {
    const counts = new Float64Array(400);
    for (const millis of arrivalSchedule(facts).intendedMillis) counts[Math.floor(millis / 1000)]!++;
    const mean = counts.reduce((a, b) => a + b) / 400;
    const dispersion = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / mean;
    // Σ(count − mean)² / mean is χ² with 399 degrees of freedom: mean 399, deviation √798 ≈ 28.
    expect(dispersion).toBeGreaterThan(399 - 4 * 28);
    expect(dispersion).toBeLessThan(399 + 4 * 28);
    expect(Math.abs(mean - 100)).toBeLessThan(4 * Math.sqrt(100 / 400));
  });

  it("ascends, ends where the load ends, and counts the judged requests exactly where a number was asked for", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 300 }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        fc.integer(),
        (perSecond, requests, warmUpSeconds, seed) => {
          const schedule = arrivalSchedule({ ...facts, seconds: undefined, perSecond, requests, warmUpSeconds, seed });
          const { intendedMillis, firstJudged } = schedule;
          expect(intendedMillis.length - firstJudged).toBe(requests);
          expect(intendedMillis.every((millis, i) => i === 0 || millis >= intendedMillis[i - 1]!)).toBe(true);
          expect(intendedMillis.every((millis, i) => millis >= warmUpSeconds * 1000 === i >= firstJudged)).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("carries every body in turn when cycled", () => {
    const { bodyIndex } = arrivalSchedule({ ...facts, bodyOrder: "cycled" });
    expect(Array.from(bodyIndex.subarray(0, 9))).toEqual([0, 1, 2, 3, 4, 5, 6, 0, 1]);
  });
});
