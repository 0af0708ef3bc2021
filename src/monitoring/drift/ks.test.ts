import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitSortedReference, ks, ksThreshold } from "./ks.ts";

const someValues = fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 1, maxLength: 40 });
const shareAtMost = (values: number[], x: number) => values.filter((value) => value <= x).length / values.length;

describe("the Kolmogorov–Smirnov statistic", () => {
  it("is the largest distance between the distribution functions, ties included", () => {
    fc.assert(
      fc.property(someValues, someValues, (base, values) => {
        const distances = [...base, ...values].map((x) => Math.abs(shareAtMost(base, x) - shareAtMost(values, x)));
        return Math.abs(ks(fitSortedReference(base), values) - Math.max(...distances)) < 1e-12;
      }),
    );
  });

  it("leaves missing values out", () => {
    expect(ks(fitSortedReference([NaN, 1, 2, 3, 4]), [3, NaN, 4, NaN])).toBe(0.5);
    expect(ks(fitSortedReference([1, 2]), [NaN])).toBeNaN();
    expect(() => fitSortedReference([NaN])).toThrow(/no values/);
  });

  it("has the published large-sample coefficients 1.358 at 5 % and 1.628 at 1 %", () => {
    const unit = Math.sqrt(1 / 500 + 1 / 800);
    expect(ksThreshold(500, 800, 0.05) / unit).toBeCloseTo(1.358, 3);
    expect(ksThreshold(500, 800, 0.01) / unit).toBeCloseTo(1.628, 3);
  });
});
