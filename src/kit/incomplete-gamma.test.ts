import { describe, expect, it } from "vitest";
import { gammaUpperTail } from "./incomplete-gamma.ts";

describe("the upper tail of a gamma variable", () => {
  it.each([
    [0.3, 2, 0.022025980827146997],
    [100, 120, 0.027863739890520652],
    [2.5, 0.1, 0.9991138612111875],
  ])("equals SciPy's gammaincc(%d, %d)", (a, x, value) => {
    expect(gammaUpperTail(a, x) / value).toBeCloseTo(1, 11);
  });

  it("is 1 at 0 and 0 at infinity", () => {
    expect(gammaUpperTail(2, 0)).toBe(1);
    expect(gammaUpperTail(2, Infinity)).toBe(0);
  });
});
