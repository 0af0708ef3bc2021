import { describe, expect, it } from "vitest";
import { normalCdf, normalQuantile } from "./normal.ts";

describe("normalCdf", () => {
  it("equals tabled values, in both tails", () => {
    // Abramowitz and Stegun, table 26.1 and 26.2 (Q(5), Q(10)).
    expect(normalCdf(1)).toBeCloseTo(0.841344746068543, 14);
    expect(normalCdf(3)).toBeCloseTo(0.99865010196837, 14);
    expect(normalCdf(-5) / 2.8665157187919e-7).toBeCloseTo(1, 11);
    expect(normalCdf(-10) / 7.6198530241605e-24).toBeCloseTo(1, 11);
    expect([normalCdf(-Infinity), normalCdf(0), normalCdf(Infinity)]).toEqual([0, 0.5, 1]);
  });

  it("has no step where its two ways of reckoning meet", () => {
    for (const x of [-3, 3]) expect(normalCdf(x + 1e-9) - normalCdf(x - 1e-9)).toBeCloseTo(2e-9 * 0.00443185, 15);
  });
});

describe("normalQuantile", () => {
  it("equals tabled values and undoes normalCdf, far into the tails", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
    expect(normalQuantile(0.5)).toBeCloseTo(0, 15);
    for (const p of [1e-300, 1e-20, 1e-6, 0.01, 0.3]) expect(normalCdf(normalQuantile(p)) / p).toBeCloseTo(1, 9);
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(2)]).toEqual([-Infinity, Infinity, NaN]);
  });
});
