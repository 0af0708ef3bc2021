import { describe, expect, it } from "vitest";
import { problemOf } from "../../kit/testing/problem-of.ts";
import { designEffect, experimentLength } from "./experiment-length.ts";
import { planLooks } from "./looks.ts";
import { dunnettCritical, significancePerArm } from "./several-arms.ts";
import { meanUnitsPerArm, tTestPower } from "./two-means.ts";
import { exactPower, normalUnitsPerArm, proportionUnitsPerArm } from "./two-proportions.ts";

const share = (baseline: number, detectRelative: number) => ({ kind: "share", baseline, detectRelative }) as const;

describe("two shares", () => {
  it("need about 3.0 million an arm for 1% relative on 5%, and 122 thousand for 5%", () => {
    expect(experimentLength({ measure: share(0.05, 0.01) }).unitsPerArm / 3.0e6).toBeCloseTo(1, 2);
    expect(experimentLength({ measure: share(0.05, 0.05) }).unitsPerArm / 122_000).toBeCloseTo(1, 2);
  });

  it("have the power that a sum over all pairs of counts gives (worked out in SciPy 1.17)", () => {
    expect(exactPower({ baseline: 0.3, changed: 0.6, significance: 0.05 }, 20)).toBeCloseTo(0.4630449264444374, 12);
    expect(exactPower({ baseline: 0.05, changed: 0.2, significance: 0.05 }, 60)).toBeCloseTo(0.7300683559826708, 12);
  });

  it("reject at no difference about as often as the significance says", () => {
    expect(exactPower({ baseline: 0.1, changed: 0.1, significance: 0.05 }, 5000)).toBeCloseTo(0.05, 3);
  });

  it("need by exact power what the normal formula says, within 2% where counts are not small", () => {
    for (const [baseline, changed] of [
      [0.05, 0.06],
      [0.3, 0.33],
      [0.5, 0.4],
      [0.02, 0.025],
    ] as const) {
      const test = { baseline, changed, significance: 0.05 };
      expect(proportionUnitsPerArm(test, 0.8) / normalUnitsPerArm(test, 0.8)).toBeCloseTo(1, 1);
      expect(exactPower(test, proportionUnitsPerArm(test, 0.8))).toBeGreaterThanOrEqual(0.8);
    }
  });

  it("that are the same have nothing to detect", () => {
    expect(problemOf(() => experimentLength({ measure: share(0.05, 0) })).found).toContain("no difference to detect");
    expect(problemOf(() => experimentLength({ measure: share(0.6, 1) })).code).toBe("sizing/out-of-range");
  });
});

describe("two means", () => {
  it.each([
    [0.2, 0.8, 394],
    [0.5, 0.8, 64],
    [0.8, 0.8, 26],
    [0.5, 0.9, 86],
  ])(
    "that differ by %d deviations need for power %d the %d an arm of Cohen's and R's tables",
    (difference, power, units) => {
      // R: power.t.test gives 393.41, 63.77, 25.52 and 85.03 before rounding up.
      expect(meanUnitsPerArm({ difference, deviation: 1, significance: 0.05 }, power)).toBe(units);
    },
  );

  it("need at 1% significance and power .9 the 745.63 of statsmodels, rounded up", () => {
    expect(meanUnitsPerArm({ difference: 2, deviation: 10, significance: 0.01 }, 0.9)).toBe(746);
  });

  it("reject with the significance when there is hardly a difference", () => {
    expect(tTestPower({ difference: 1e-9, deviation: 1, significance: 0.05 }, 12)).toBeCloseTo(0.05, 6);
  });
});

describe("several arms", () => {
  it.each([
    [1, 1.96],
    [2, 2.21],
    [3, 2.35],
    [4, 2.44],
    [5, 2.51],
  ])("against one control have for %d of them Dunnett's printed bound %d", (arms, printed) => {
    // Dunnett (1964), Biometrics 20, table II, two-sided 5%, infinite degrees of freedom.
    expect(dunnettCritical(0.05, arms)).toBeCloseTo(printed, 2);
  });

  it("are corrected less by Dunnett than by Bonferroni", () => {
    expect(significancePerArm(0.05, 4, "bonferroni")).toBe(0.0125);
    expect(significancePerArm(0.05, 4, "dunnett")).toBeGreaterThan(0.0125);
    expect(significancePerArm(0.05, 1, "dunnett")).toBeCloseTo(0.05, 9);
  });
});

describe("looks before the end", () => {
  it.each([
    ["pocock", 2, 2.178, 1.11, 1.1],
    ["pocock", 3, 2.289, 1.166, 1.151],
    ["pocock", 5, 2.413, 1.229, 1.207],
    ["pocock", 10, 2.555, 1.301, 1.271],
    ["obrienFleming", 2, 1.977, 1.008, 1.007],
    ["obrienFleming", 3, 2.004, 1.017, 1.016],
    ["obrienFleming", 5, 2.04, 1.028, 1.026],
    ["obrienFleming", 10, 2.087, 1.04, 1.037],
  ] as const)(
    "by %s, %d in all, end at the printed bound %d and inflate the sample by %d and %d",
    (rule, looks, bound, at80, at90) => {
      // Jennison and Turnbull (2000), tables 2.1 to 2.4, two-sided 5%, power .8 and .9.
      const plan = planLooks({ rule, looks, significance: 0.05 }, 0.8);
      expect(Math.abs(plan.bounds.at(-1)! - bound)).toBeLessThan(0.001);
      expect(Math.abs(plan.inflation - at80)).toBeLessThan(0.0011);
      expect(Math.abs(planLooks({ rule, looks, significance: 0.05 }, 0.9).inflation - at90)).toBeLessThan(0.0011);
    },
  );

  it("that are only one cost nothing", () => {
    expect(planLooks({ rule: "pocock", looks: 1, significance: 0.05 }, 0.8).inflation).toBe(1);
  });
});

describe("the length of an experiment", () => {
  it("grows with clusters by 1 + (m − 1) × correlation", () => {
    expect(designEffect({ meanSize: 11, correlation: 0.1 })).toBeCloseTo(2, 12);
    expect(designEffect({ meanSize: 10, correlation: 0.1, sizeVariation: 1 })).toBeCloseTo(2.9, 12);
    const clustered = experimentLength({ measure: share(0.05, 0.05), clusters: { meanSize: 11, correlation: 0.1 } });
    expect(clustered.unitsPerArm).toBe(clustered.plainUnitsPerArm * 2);
  });

  it("counts the control, looks and arms, and ends on a whole week", () => {
    const length = experimentLength({
      measure: share(0.05, 0.05),
      arms: 3,
      looks: { rule: "obrienFleming", count: 5 },
      unitsPerDay: 50_000,
    });
    expect(length.units).toBe(length.unitsPerArm * 4);
    expect(length.lookInflation).toBeGreaterThan(1.01);
    expect(length.significancePerArm).toBeLessThan(0.05 / 2);
    expect(length.days).toBe(Math.ceil(length.units / 50_000));
    expect(length.weeks).toBe(Math.ceil(length.days! / 7));
    expect(experimentLength({ measure: share(0.05, 0.05) })).not.toHaveProperty("days");
  });
});
