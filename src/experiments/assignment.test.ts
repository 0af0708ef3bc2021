import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Problem } from "../kit/problem.ts";
import { assignment, type Arm } from "./assignment.ts";

const units = Array.from({ length: 40_000 }, (_, i) => `household-${i}`);

function counts(assign: (unit: string) => string, over: readonly string[] = units): Record<string, number> {
  const found: Record<string, number> = {};
  for (const unit of over) found[assign(unit)] = (found[assign(unit)] ?? 0) + 1;
  return found;
}

/** Pearson's statistic; χ² with (arms − 1) degrees of freedom if the split is as stated. */
function chiSquare(found: Record<string, number>, arms: readonly Arm[], total: number): number {
  return arms.reduce((sum, arm) => {
    const expected = arm.share * total;
    return sum + ((found[arm.name] ?? 0) - expected) ** 2 / expected;
  }, 0);
}

describe("assignment to arms", () => {
  it("splits units in the stated shares", () => {
    const arms = [0.5, 0.3, 0.15, 0.05].map((share, i) => ({ name: `arm-${i}`, share }));
    // 16.27 is the 99.9 % point of χ² with 3 degrees of freedom.
    expect(chiSquare(counts(assignment("ranker", arms)), arms, units.length)).toBeLessThan(16.27);
  });

  it("fills a hundred equal arms equally", () => {
    const arms = Array.from({ length: 100 }, (_, i) => ({ name: String(i), share: 0.01 }));
    // 148.2 is the 99.9 % point of χ² with 99 degrees of freedom.
    expect(chiSquare(counts(assignment("uniform", arms)), arms, units.length)).toBeLessThan(148.2);
  });

  it("splits two experiments independently of each other", () => {
    const arms = [
      { name: "a", share: 0.5 },
      { name: "b", share: 0.5 },
    ];
    const [first, second] = [assignment("one", arms), assignment("two", arms)];
    const cells = ["aa", "ab", "ba", "bb"].map((name) => ({ name, share: 0.25 }));
    const found = counts((unit) => first(unit) + second(unit));
    expect(chiSquare(found, cells, units.length)).toBeLessThan(16.27);
  });

  it("never changes its answer", () => {
    const arms = [
      { name: "live", share: 0.9 },
      { name: "canary", share: 0.1 },
    ];
    const assign = assignment("release-7", arms);
    const before = units.slice(0, 12).map(assign);
    units.forEach(assign);
    expect(units.slice(0, 12).map(assignment("release-7", arms))).toEqual(before);
    // Written down once: a changed hash would move people between the arms of running experiments.
    expect(units.filter((unit) => assign(unit) === "canary").slice(0, 5)).toMatchInlineSnapshot(`
      [
        "household-24",
        "household-44",
        "household-63",
        "household-66",
        "household-67",
      ]
    `);
  });

  it("keeps a unit in the canary while the canary grows", () => {
    const canaryOf = (share: number) =>
      assignment("release-7", [
        { name: "live", share: 1 - share },
        { name: "canary", share },
      ]);
    fc.assert(
      fc.property(
        fc.string(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (unit, a, b) => {
          const [small, large] = [Math.min(a, b), Math.max(a, b)];
          if (canaryOf(small)(unit) === "canary") expect(canaryOf(large)(unit)).toBe("canary");
        },
      ),
    );
  });

  it("gives nobody an arm of share 0 and everybody an arm of share 1", () => {
    const arms = [
      { name: "live", share: 1 },
      { name: "canary", share: 0 },
    ];
    expect(counts(assignment("x", arms))).toEqual({ live: units.length });
    expect(counts(assignment("x", arms.toReversed()))).toEqual({ live: units.length });
  });

  it.each([
    [[]],
    [[{ name: "a", share: 0.5 }]],
    [[{ name: "a", share: NaN }]],
    [
      [
        { name: "a", share: 1.5 },
        { name: "b", share: -0.5 },
      ],
    ],
    [
      [
        { name: "a", share: 0.5 },
        { name: "a", share: 0.5 },
      ],
    ],
  ])("refuses arms %j", (arms) => {
    expect(() => assignment("x", arms)).toThrow(Problem);
  });
});
