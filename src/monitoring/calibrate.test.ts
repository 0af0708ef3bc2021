import { describe, expect, it } from "vitest";
import { seededRandom } from "../kit/random.ts";
import { expectedPsi, fewestForAlarm, psiThreshold } from "./calibrate.ts";
import { chiSquareAbove, chiSquareUpperTail } from "./chi-square.ts";
import { fitReference, psi } from "./drift/psi.ts";

describe("the chi-square distribution", () => {
  it.each([
    [0.05, 1, 3.841],
    [0.01, 1, 6.635],
    [0.05, 9, 16.919],
    [0.01, 9, 21.666],
    [0.001, 9, 27.877],
    [0.05, 17, 27.587],
    [0.99, 4, 0.297],
  ])("exceeds with probability %d at %d degrees of freedom the printed value %d", (tail, degrees, value) => {
    expect(chiSquareAbove(tail, degrees)).toBeCloseTo(value, 3);
    expect(chiSquareUpperTail(chiSquareAbove(tail, degrees), degrees)).toBeCloseTo(tail, 10);
  });

  it("is exponential at two degrees of freedom", () => {
    for (const x of [0.1, 1, 3, 10, 80]) expect(chiSquareUpperTail(x, 2)).toBeCloseTo(Math.exp(-x / 2), 13);
  });
});

describe("the noise of the population stability index", () => {
  it.each([
    [1000, 400, 10],
    [300, 300, 5],
    [500, 500, 20],
  ])("has the stated mean and threshold for %d reference values, %d values and %d bins", (m, n, bins) => {
    const random = seededRandom(`noise ${m} ${n} ${bins}`);
    const draw = (count: number) => Float64Array.from({ length: count }, () => random.exponential(1));
    const setting = { bins, referenceCount: m, sampleCount: n, falseAlarmRate: 0.05 };
    const found = Array.from({ length: 1000 }, () => psi(fitReference(draw(m), { bins }), draw(n)));
    const mean = found.reduce((sum, value) => sum + value, 0) / found.length;
    const exceeded = found.filter((value) => value > psiThreshold(setting)).length;
    expect(mean / expectedPsi(setting)).toBeGreaterThan(0.93);
    expect(mean / expectedPsi(setting)).toBeLessThan(1.07);
    expect(exceeded).toBeGreaterThan(25);
    expect(exceeded).toBeLessThan(77);
  });

  it("makes a fixed alarm at 0.2 fire by chance more than one time in ten at 60 values", () => {
    const setting = { bins: 10, referenceCount: 1000, falseAlarmRate: 0.01 };
    expect(psiThreshold({ ...setting, sampleCount: 60, falseAlarmRate: 0.1 })).toBeGreaterThan(0.2);
    expect(fewestForAlarm(0.2, setting)).toBe(122);
    expect(psiThreshold({ ...setting, sampleCount: 122 })).toBeLessThanOrEqual(0.2);
    expect(psiThreshold({ ...setting, sampleCount: 121 })).toBeGreaterThan(0.2);
  });

  it("leaves no sample large enough when the reference itself is small", () => {
    expect(fewestForAlarm(0.2, { bins: 10, referenceCount: 100, falseAlarmRate: 0.01 })).toBe(Infinity);
  });
});
