import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantileOf } from "../../kit/interval.ts";
import { LogHistogram } from "./log-histogram.ts";

describe("the histogram of times", () => {
  it("gives every percentile within 0.4% of that of all values, from microseconds to days", () => {
    const seconds = fc.double({ min: -6, max: 5, noNaN: true }).map((log) => 10 ** log);
    fc.assert(
      fc.property(fc.array(seconds, { minLength: 1, maxLength: 200 }), (values) => {
        const histogram = new LogHistogram();
        for (const value of values) histogram.add(value);
        const sorted = Float64Array.from(values).sort();
        for (const share of [0.01, 0.5, 0.9, 0.99]) {
          expect(Math.abs(histogram.percentile(share) / quantileOf(sorted, share) - 1)).toBeLessThan(0.004);
        }
      }),
    );
  });

  it("has the exact mean, and takes 0 and what is out of its range", () => {
    const histogram = new LogHistogram();
    for (const value of [0, 0, 3, 1e300]) histogram.add(value);
    expect(histogram.percentile(0.5)).toBe(0);
    expect(histogram.percentile(0.75)).toBeCloseTo(3, 1);
    expect(histogram.percentile(1)).toBeGreaterThan(1e8);
    expect(histogram.mean).toBe((3 + 1e300) / 4);
  });

  it("knows no percentile of nothing", () => expect(new LogHistogram().percentile(0.5)).toBeNaN());
});
