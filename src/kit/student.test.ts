import { describe, expect, it } from "vitest";
import { normalQuantile } from "./normal.ts";
import { noncentralTUpperTail, studentCdf, studentQuantile } from "./student.ts";

describe("Student's t", () => {
  it("has the quantiles and probabilities of SciPy 1.17", () => {
    expect(studentQuantile(0.975, 10)).toBeCloseTo(2.228138851986274, 10);
    expect(studentQuantile(0.99999, 4)).toBeCloseTo(23.332182700855984, 8);
    expect(studentCdf(1.3, 3)).toBeCloseTo(0.8577662456360515, 12);
  });

  it("is symmetric, and normal for many degrees of freedom", () => {
    expect(studentQuantile(0.025, 7)).toBeCloseTo(-studentQuantile(0.975, 7), 12);
    expect(studentCdf(-1.3, 3)).toBeCloseTo(1 - 0.8577662456360515, 12);
    expect(studentQuantile(0.975, 1e7)).toBeCloseTo(normalQuantile(0.975), 5);
  });
});

describe("the noncentral t", () => {
  it.each([
    [2.001717484, 58, 0.5 * Math.sqrt(15), 0.47784098599749],
    [1.7, 1, 1, 0.4247699257385294],
    [2.5, 5, 2, 0.386757023018469],
    [-2.5, 5, -2, 0.6132429769815311],
    [1.96, 1e5, 2.8, 0.7995449188145106],
  ])("exceeds %d with %d degrees and shift %d as often as SciPy 1.17 says", (x, degrees, shift, value) => {
    expect(noncentralTUpperTail(x, degrees, shift)).toBeCloseTo(value, 7);
  });
});
