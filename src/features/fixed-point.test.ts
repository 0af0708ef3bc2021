import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { billionths, checkSummable, fromFixedPoint, LARGEST_SUMMABLE, units } from "./fixed-point.ts";

const values = fc.array(fc.double({ min: -LARGEST_SUMMABLE, max: LARGEST_SUMMABLE, noNaN: true }), { maxLength: 200 });
const sumOf = (list: number[]) =>
  fromFixedPoint(...list.reduce<[number, number]>(([u, b], v) => [u + units(v), b + billionths(v)], [0, 0]));

describe("sums in fixed point", () => {
  it("do not depend on the order of the values", () => {
    const law = fc.property(values, (list) => {
      expect(sumOf(list.toReversed())).toBe(sumOf(list));
    });
    fc.assert(law);
  });

  it("are off by at most half a billionth per value, the last rounding aside", () => {
    const law = fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
      expect(Math.abs(sumOf([value]) - value)).toBeLessThanOrEqual(0.5e-9 + Math.abs(value) * 2 ** -52);
    });
    fc.assert(law);
  });

  it("refuse a value beyond the range in which they are exact, and let a missing one pass", () => {
    expect(() => checkSummable("spend", -1.1e10)).toThrow(
      expect.objectContaining({ code: "features/value-out-of-range" }),
    );
    expect(() => checkSummable("spend", NaN)).not.toThrow();
  });
});
