import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gammaUpperTail } from "../../kit/incomplete-gamma.ts";
import type { Distribution } from "../distribution/distribution.ts";
import { sumOfSteps } from "./sum-of-steps.ts";

const exponential: Distribution = { kind: "exponential", meanSeconds: 1 };
const lognormal = (p50Seconds: number, p99Seconds: number): Distribution => ({
  kind: "lognormal",
  p50Seconds,
  p99Seconds,
});

describe("the percentile of steps one after the other", () => {
  it("of exponentials is that of an Erlang", () => {
    for (const steps of [2, 3, 10]) {
      for (const share of [0.5, 0.99, 0.999]) {
        const { independentSeconds } = sumOfSteps(
          Array.from({ length: steps }, () => exponential),
          share,
        );
        expect(gammaUpperTail(steps, independentSeconds) / (1 - share)).toBeCloseTo(1, 2);
      }
    }
  });

  it("of four lognormal steps is that of 20 million draws by NumPy: 16.0399 and 31.6427", () => {
    const steps = [5, 15, 20, 5].map((p99) => lognormal(p99 / 3, p99));
    expect(sumOfSteps(steps, 0.5).independentSeconds / 16.0399).toBeCloseTo(1, 3);
    expect(sumOfSteps(steps, 0.99).independentSeconds / 31.6427).toBeCloseTo(1, 3);
    expect(sumOfSteps(steps, 0.99).momentFitSeconds / 31.6427).toBeCloseTo(1, 1);
    expect(sumOfSteps(steps, 0.99).addedSeconds).toBeCloseTo(45, 9);
  });

  it("of one step is that step's, and fixed parts only move it", () => {
    expect(sumOfSteps([exponential], 0.99).independentSeconds).toBeCloseTo(Math.log(100), 9);
    const fixed: Distribution = { kind: "deterministic", seconds: 7 };
    const [plain, moved] = [
      sumOfSteps([exponential, exponential], 0.9),
      sumOfSteps([exponential, fixed, exponential], 0.9),
    ];
    expect(moved.independentSeconds - plain.independentSeconds).toBeCloseTo(7, 9);
    const shifted: Distribution = { kind: "shifted", bySeconds: 7, rest: exponential };
    expect(sumOfSteps([exponential, shifted], 0.9).independentSeconds).toBeCloseTo(moved.independentSeconds, 9);
  });

  it("never exceeds the guaranteed bound, and at p99 lies below the added p99s", () => {
    const step = fc
      .tuple(fc.double({ min: 0.1, max: 10, noNaN: true }), fc.double({ min: 1.1, max: 8, noNaN: true }))
      .map(([p50, ratio]) => lognormal(p50, p50 * ratio));
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 4 }), (steps) => {
        const { independentSeconds, addedSeconds, guaranteedSeconds } = sumOfSteps(steps, 0.99);
        expect(independentSeconds).toBeLessThanOrEqual(guaranteedSeconds);
        expect(independentSeconds).toBeLessThanOrEqual(addedSeconds * 1.001);
        expect(addedSeconds).toBeLessThanOrEqual(guaranteedSeconds);
      }),
      { numRuns: 20 },
    );
  });
});
