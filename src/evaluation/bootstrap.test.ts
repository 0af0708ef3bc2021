import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Interval } from "../kit/interval.ts";
import { seededRandom, type Random } from "../kit/random.ts";
import { bootstrapDifference, bootstrapMean } from "./bootstrap.ts";
import { bcaInterval, resampledTotals } from "./resample.ts";

const covers = ({ low, high }: Interval, truth: number): boolean => low <= truth && truth <= high;

/** Lists of households whose tastes and numbers of visits differ: the truth of the mean is 1, skewed to the right. */
function clusteredSample(random: Random, unitCount: number) {
  const values: number[] = [];
  const units: number[] = [];
  for (let unit = 0; unit < unitCount; unit++) {
    const taste = random.gamma(2) / 2;
    for (let visit = 0; visit < 1 + random.int(8); visit++) {
      values.push(taste + 0.3 * random.normal());
      units.push(unit);
    }
  }
  return { values: Float64Array.from(values), units: Int32Array.from(units) };
}

/** Share of repeated samples whose 95% interval covers the truth of 1. */
function coverage(experiments: number, asUnits: (units: Int32Array) => Int32Array): number {
  const random = seededRandom("coverage");
  let covered = 0;
  for (let experiment = 0; experiment < experiments; experiment++) {
    const { values, units } = clusteredSample(random, 60);
    const { interval } = bootstrapMean({ values, units: asUnits(units) }, { random, repetitions: 400 });
    if (covers(interval, 1)) covered++;
  }
  return covered / experiments;
}

describe("the interval of bootstrapMean", () => {
  it("covers the truth of clustered, skewed data in about 95% of samples", () => {
    const found = coverage(400, (units) => units);
    expect(found).toBeGreaterThan(0.915);
    expect(found).toBeLessThan(0.98);
  });

  it("would cover far less if lists of one household were taken for independent", () => {
    expect(coverage(150, (units) => units.map((_, list) => list))).toBeLessThan(0.8);
  });

  it("is as wide as theory says for many equal units: 2 × 1.96 standard errors", () => {
    const random = seededRandom("width");
    const values = Float64Array.from({ length: 1000 }, () => random.normal());
    const { interval } = bootstrapMean({ values, units: values.map((_, at) => at) }, { random });
    expect(interval.high - interval.low).toBeCloseTo((2 * 1.96) / Math.sqrt(1000), 2);
  });

  it("is unbounded where one unit is all there is, and says how many there were", () => {
    const one = bootstrapMean({ values: [0.2, 0.4], units: [7, 7] }, { random: seededRandom(1) });
    expect(one).toMatchObject({ value: 0.30000000000000004, unitCount: 1, count: 2 });
    expect(one.interval).toMatchObject({ low: -Infinity, high: Infinity });
  });

  it("is a point where all units agree", () => {
    const { interval } = bootstrapMean({ values: [1, 1, 1], units: [0, 1, 2] }, { random: seededRandom(1) });
    expect(interval).toEqual({ low: 1, high: 1, confidence: 0.95 });
  });

  it("contains the mean and widens with confidence", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 30 }), (values) => {
        const sample = { values, units: values.map((_, at) => at >> 1) };
        const at = (confidence: number) =>
          bootstrapMean(sample, { random: seededRandom(3), repetitions: 200, confidence });
        const [narrow, wide] = [at(0.5), at(0.99)];
        return (
          wide.interval.low <= narrow.interval.low + 1e-9 &&
          narrow.interval.high <= wide.interval.high + 1e-9 &&
          covers({ ...wide.interval, low: wide.interval.low - 1e-9, high: wide.interval.high + 1e-9 }, wide.value)
        );
      }),
      { numRuns: 40 },
    );
  });

  it("is the same bytes for the same seed, and another for another", () => {
    const { values, units } = clusteredSample(seededRandom(5), 40);
    const at = (seed: number) => bootstrapMean({ values, units }, { random: seededRandom(seed), repetitions: 100 });
    expect(at(1)).toEqual(at(1));
    expect(at(1).interval).not.toEqual(at(2).interval);
  });

  it("is refused without lists, and for values that are not numbers", () => {
    const random = seededRandom(1);
    expect(() => bootstrapMean({ values: [], units: [] }, { random })).toThrow(/No list is left/);
    expect(() => bootstrapMean({ values: [1, NaN], units: [1, 2] }, { random })).toThrow(/not a number/);
  });
});

describe("bcaInterval", () => {
  // Efron and Tibshirani, An Introduction to the Bootstrap (1993), table 14.2: spatial test data, variance, 90%.
  const spatial = [48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41];

  it("equals the published interval [115.8, 259.6] of a skewed statistic", () => {
    const totals = [spatial, spatial.map((x) => x * x), spatial.map(() => 1)].map((column) =>
      Float64Array.from(column),
    );
    const variance = ([sum, squares, count]: Float64Array) => squares! / count! - (sum! / count!) ** 2;
    const drawn = resampledTotals(totals, 20_000, seededRandom("spatial"));
    const { low, high } = bcaInterval(totals, drawn, variance, 0.9);
    expect(Math.abs(low - 115.8)).toBeLessThan(2.5);
    expect(Math.abs(high - 259.6)).toBeLessThan(4);
  });
});

describe("bootstrapDifference", () => {
  const { values: b, units } = clusteredSample(seededRandom("pairs"), 80);
  const noise = seededRandom("noise");
  const a = b.map((value) => value * 1.1 + 0.02 * noise.normal());
  const options = { random: seededRandom("draws"), repetitions: 1000 };

  it("sees a small difference that the two means alone would hide", () => {
    const found = bootstrapDifference({ a, b, units }, options);
    expect(found.interval.low).toBeGreaterThan(0);
    expect(found.relative!.value).toBeCloseTo(0.1, 1);
    expect(covers(found.relative!.interval, 0.1)).toBe(true);
    const [alone, other] = [a, b].map((values) => bootstrapMean({ values, units }, options).interval);
    expect(alone!.low).toBeLessThan(other!.high);
  });

  it("turns its sign when the two are swapped", () => {
    const there = bootstrapDifference({ a, b, units }, { ...options, random: seededRandom(9) });
    const back = bootstrapDifference({ a: b, b: a, units }, { ...options, random: seededRandom(9) });
    expect(back.value).toBeCloseTo(-there.value, 12);
    expect(back.interval.low).toBeCloseTo(-there.interval.high, 3);
  });

  it("is exactly zero for equal lists", () => {
    const same = bootstrapDifference({ a: b, b, units }, options);
    const nothing = { low: 0, high: 0, confidence: 0.95 };
    expect([same.interval, same.relative!.interval]).toEqual([nothing, nothing]);
  });

  it("has no relative part over a baseline of nothing", () => {
    const found = bootstrapDifference({ a: [1, 0, 1], b: [0, 0, 0], units: [1, 2, 3] }, options);
    expect(found.relative).toBeUndefined();
  });

  it("refuses lists that are not paired", () =>
    expect(() => bootstrapDifference({ a: [1], b: [1, 2], units: [1, 2] }, options)).toThrow(/not paired/));
});
