import { describe, expect, it } from "vitest";
import { experimentLength } from "../../sizing/index.ts";
import { impliedPrecision } from "./implied-precision.ts";
import { percentileOfSum } from "./percentile-of-sum.ts";
import { requiredSample } from "./required-sample.ts";
import { bytesText, countText, moneyText, percentText } from "./texts.ts";

describe("impliedPrecision", () => {
  // By hand, in a million cases: 3,000 positives, 2,850 found; 29,910 false alarms; 2,850 of 32,760 alarms are right.
  it("gives 8.7% for 0.3% positives, 95% recall and 3% false positives", () => {
    expect(impliedPrecision(0.003, 0.95, 0.03)).toBeCloseTo(2850 / 32_760, 12);
    expect(percentText(impliedPrecision(0.003, 0.95, 0.03))).toBe("8.7%");
  });
});

const share = (before: number, relative: number, controlPerTreated = 1) => {
  const after = before * (1 + relative);
  const variances = { varianceBefore: before * (1 - before), varianceAfter: after * (1 - after) };
  return requiredSample({ before, after, ...variances, significance: 0.05, power: 0.8, controlPerTreated });
};

describe("requiredSample", () => {
  // z(0.975) + z(0.8) = 1.959964 + 0.841621; its square, 7.848879, times the variances over the squared difference.
  it("needs 3.0M an arm for 1% relative on 5%, and 122k for 5% relative", () => {
    expect(countText(share(0.05, 0.01))).toBe("3M");
    expect(share(0.05, 0.05)).toBeCloseTo((7.848879 * (0.0475 + 0.0525 * 0.9475)) / 0.0025 ** 2, -1);
    expect(countText(share(0.05, 0.05))).toBe("122k");
  });

  it("agrees with the exact power of the sizing room within 1%", () => {
    const exact = experimentLength({ measure: { kind: "share", baseline: 0.05, detectRelative: 0.05 } }).unitsPerArm;
    expect(share(0.05, 0.05) / exact).toBeGreaterThan(0.99);
    expect(share(0.05, 0.05) / exact).toBeLessThan(1.01);
  });

  it("needs about 1 + 1/9 of half as many in the smaller arm when the other is nine times as large", () => {
    expect(share(0.05, 0.0001, 9) / share(0.05, 0.0001)).toBeCloseTo((1 + 1 / 9) / 2, 3);
  });
});

describe("percentileOfSum", () => {
  const steps = [20, 30, 20, 10].map((millis) => ({ p99Seconds: millis / 1000 }));

  it("does not take four p99s of 20, 30, 20 and 10 ms for a p99 of 80 ms", () => {
    const { additionSeconds, independentSeconds, leastSeconds } = percentileOfSum(steps, 0.99);
    expect(additionSeconds).toBeCloseTo(0.08, 6);
    expect(leastSeconds).toBeCloseTo(0.03, 6);
    // 400,000 draws of four log-normal times with Python's random.gauss, seed 1: 53.41 ms.
    expect(independentSeconds).toBeCloseTo(0.05341, 3);
  });

  it("adds up exactly what never varies", () => {
    const fixed = steps.map(({ p99Seconds }) => ({ p50Seconds: p99Seconds, p99Seconds }));
    expect(percentileOfSum(fixed, 0.99).independentSeconds).toBeCloseTo(0.08, 9);
  });
});

describe("texts", () => {
  it("keep three significant digits, and a unit that keeps the number short", () => {
    expect([0.0872, 0.00094, 0.9995, 1].map(percentText)).toEqual(["8.72%", "0.094%", "99.95%", "100%"]);
    expect([48, 999.9, 122_120, 2_997_000, 3.2e9].map(countText)).toEqual(["48", "1k", "122k", "3M", "3.2B"]);
    expect([512, 4.5e12].map(bytesText)).toEqual(["512 B", "4.5 TB"]);
    expect(moneyText(104.6)).toBe("105 $/month");
  });
});
