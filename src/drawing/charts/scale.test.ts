import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { millisText, percentileText, shortNumber } from "./number-text.ts";
import { linearScale, logScale, niceTicks, ninesScale } from "./scale.ts";

describe("nice ticks", () => {
  it.each([
    [0, 97, 5, [0, 20, 40, 60, 80, 100]],
    [0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [-3, 8, 5, [-5, -2.5, 0, 2.5, 5, 7.5, 10]],
    [0, 0.013, 5, [0, 0.005, 0.01, 0.015]],
    [5, 5, 4, [0, 2, 4, 6]],
    [0, 0, 4, [0, 0.25, 0.5, 0.75, 1]],
  ])("from %d to %d in about %d steps", (low, high, count, expected) => {
    expect(niceTicks(low, high, count)).toEqual(expected);
  });

  it("cover the values, rise evenly, and are at most a few more than asked for", () => {
    const finite = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(
        finite,
        fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
        fc.integer({ min: 2, max: 9 }),
        (low, size, count) => {
          const high = low + size;
          fc.pre(high - low > Math.abs(low) * 1e-6);
          const ticks = niceTicks(low, high, count);
          const slack = (high - low) * 1e-6;
          expect(ticks[0]!).toBeLessThanOrEqual(low + slack);
          expect(ticks.at(-1)!).toBeGreaterThanOrEqual(high - slack);
          expect(ticks.length).toBeLessThanOrEqual(count + 3);
          expect(ticks.every((tick, at) => at === 0 || tick > ticks[at - 1]!)).toBe(true);
        },
      ),
    );
  });
});

describe("a scale", () => {
  it("puts its ends at its ends, and the middle in the middle", () => {
    const scale = linearScale(0, 100, [300, 100]);
    expect([0, 50, 100].map(scale)).toEqual([300, 200, 100]);
  });

  it("makes equal factors equally long when it is logarithmic", () => {
    const scale = logScale(1, 1000, [0, 300]);
    expect([1, 10, 100, 1000].map((value) => Math.round(scale(value)))).toEqual([0, 100, 200, 300]);
    expect(scale.ticks).toEqual([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]);
    expect(logScale(30, 30, [0, 1]).ticks.length).toBeGreaterThanOrEqual(2);
  });

  it("makes each further nine of a percentile equally long", () => {
    const scale = ninesScale(0.999, [0, 300]);
    expect([0, 0.9, 0.99, 0.999].map((value) => Math.round(scale(value)))).toEqual([0, 100, 200, 300]);
  });
});

describe("numbers on axes", () => {
  it("have three digits and a unit", () => {
    expect([0, 0.4, 12, 1234, 9999, 10_000, 1_234_567, 2.1e9].map(shortNumber)).toEqual([
      "0",
      "0.4",
      "12",
      "1,230",
      "10k",
      "10k",
      "1.23M",
      "2.1B",
    ]);
    expect([0, 0.4, 12, 1500].map(millisText)).toEqual(["0 ms", "400 µs", "12 ms", "1.5 s"]);
    expect([0.5, 0.99, 0.999].map(percentileText)).toEqual(["p50", "p99", "p99.9"]);
  });
});
