import { describe, expect, it } from "vitest";
import { outcomesPerArm, wholeWeeks } from "./experiment-length.ts";

describe("outcomesPerArm", () => {
  it("agrees with R: power.prop.test(p1 = .50, p2 = .75, power = .90) gives n = 76.7 (its help page)", () => {
    expect(outcomesPerArm({ baseline: 0.5, changed: 0.75, significance: 0.05, power: 0.9 })).toBe(77);
  });

  it("is the same for a fall and a rise between the same two shares", () => {
    const up = outcomesPerArm({ baseline: 0.1, changed: 0.12, significance: 0.05, power: 0.8 });
    expect(outcomesPerArm({ baseline: 0.12, changed: 0.1, significance: 0.05, power: 0.8 })).toBe(up);
    expect(up).toBe(3841);
  });

  it("grows about fourfold when the change is halved", () => {
    const of = (changed: number) => outcomesPerArm({ baseline: 0.2, changed, significance: 0.05, power: 0.8 });
    expect(of(0.205) / of(0.21)).toBeCloseTo(4, 0);
  });

  it("is infinite where there is nothing to tell apart", () => {
    expect(outcomesPerArm({ baseline: 0.2, changed: 0.2, significance: 0.05, power: 0.8 })).toBe(Infinity);
  });
});

describe("wholeWeeks", () => {
  it("rounds up, to at least one", () => {
    expect(wholeWeeks(10, 100) / 604_800).toBe(1);
    expect(wholeWeeks(604_800, 1) / 604_800).toBe(2);
    expect(wholeWeeks(604_801, 1) / 604_800).toBe(3);
  });
});
