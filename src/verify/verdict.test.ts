import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Claim, Measurement, Target } from "./claim-shape.ts";
import { judge, untested } from "./verdict.ts";

const claim: Claim = {
  id: "latency-p99-at-peak",
  kind: "latency",
  stage: "metrics",
  sentence: "latency p99 at peak is at most 80ms",
  path: "metrics.guardrails[0].target",
  place: { file: "grocery.design.yaml", line: 41 },
  stated: "<= 80ms",
  target: { comparison: "<=", value: 80, unit: "ms" },
  conditions: {},
};

const measured = (low: number, high: number, more: Partial<Measurement> = {}): Measurement => ({
  value: (low + high) / 2,
  interval: { low, high, confidence: 0.95 },
  unit: "ms",
  sampleSize: 12_000,
  sampleUnit: "requests",
  conditions: {},
  ...more,
});
const against = (comparison: Target["comparison"], value: number): Target => ({ comparison, value, unit: "ms" });
const status = (target: Target, low: number, high: number): string => judge(claim, measured(low, high), target).status;

describe("judge", () => {
  it("holds or breaks only when the whole interval lies on one side", () => {
    expect(judge(claim, measured(39.8, 43))).toMatchObject({
      status: "holds",
      because: "The whole 95 % interval 40–43 ms is at most 80 ms.",
    });
    expect(judge(claim, measured(195, 230))).toMatchObject({
      status: "broken",
      because: "The whole 95 % interval 195–230 ms lies above the stated 80 ms.",
    });
    expect(judge(claim, measured(70, 90, { value: 79 })).status).toBe("inconclusive");
  });

  it.each([
    ["<=", 80, 70, 80, "holds"],
    ["<", 80, 70, 80, "inconclusive"],
    ["<", 80, 80, 90, "broken"],
    ["<=", 80, 80, 90, "inconclusive"],
    [">=", 80, 80, 90, "holds"],
    [">", 80, 80, 90, "inconclusive"],
    [">", 80, 70, 80, "broken"],
    [">=", 80, 70, 80, "inconclusive"],
    ["=", 80, 80, 80, "holds"],
    ["=", 80, 79, 80, "inconclusive"],
    ["=", 80, 81, 82, "broken"],
  ] as const)("takes the ends by the comparison: %s %d with %d to %d %s", (comparison, value, low, high, expected) => {
    expect(status(against(comparison, value), low, high)).toBe(expected);
  });

  it("says how many samples would tell, as the interval shrinks with their root", () => {
    const { because } = judge(claim, measured(60, 90, { value: 75, sampleSize: 1000 }));
    // Reach 15 must shrink to the distance 5: nine times as many.
    expect(because).toBe(
      "The whole 95 % interval 60–90 ms straddles the stated 80 ms; about 9,000 requests would tell, 1,000 requests were measured.",
    );
    expect(judge(claim, measured(70, 90)).because).toBe("The whole 95 % interval 70–90 ms straddles the stated 80 ms.");
  });

  it("judges nothing from a refusal, from no interval, or without a number to judge", () => {
    const refused = judge(claim, measured(1, 2, { refusal: "the load generator sent late itself" }));
    expect(refused).toMatchObject({ status: "inconclusive", because: "The load generator sent late itself." });
    expect(judge(claim, measured(1, 2, { interval: null })).status).toBe("inconclusive");
    expect(judge(claim, measured(NaN, 2)).status).toBe("inconclusive");
    expect(judge({ ...claim, target: null }, measured(1, 2)).status).toBe("untested");
    expect(untested(claim, "no load can be offered here").because).toBe("No load can be offered here.");
  });

  it("breaks, but does not hold, on an interval without an upper end", () => {
    expect(status(against("<=", 80), 90, Infinity)).toBe("broken");
    expect(status(against("<=", 80), 10, Infinity)).toBe("inconclusive");
  });

  it("calls a mix of units a mistake of ours", () => {
    expect(() => judge(claim, measured(1, 2, { unit: "share" }))).toThrow(/stated in ms/);
  });
});

describe("judge's laws", () => {
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const interval = fc.tuple(number, number).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
  const order = { broken: 0, inconclusive: 1, holds: 2, untested: NaN };
  const rank = (target: Target, low: number, high: number): number =>
    order[status(target, low, high) as keyof typeof order];

  it("is never worse under a looser target", () => {
    fc.assert(
      fc.property(interval, number, fc.double({ min: 0, max: 1e6, noNaN: true }), ([low, high], value, slack) => {
        for (const [comparison, looser] of [
          ["<=", value + slack],
          ["<", value + slack],
          [">=", value - slack],
          [">", value - slack],
        ] as const) {
          expect(rank(against(comparison, looser), low, high)).toBeGreaterThanOrEqual(
            rank(against(comparison, value), low, high),
          );
        }
      }),
    );
  });

  it("keeps no claim together with its opposite, unless neither is told", () => {
    const opposite = { "<=": ">", "<": ">=", ">=": "<", ">": "<=" } as const;
    fc.assert(
      fc.property(interval, number, fc.constantFrom("<=", "<", ">=", ">"), ([low, high], value, comparison) => {
        const said = rank(against(comparison, value), low, high);
        expect(rank(against(opposite[comparison], value), low, high)).toBe(2 - said);
      }),
    );
  });

  it("never turns one verdict into the other when the interval widens: it can only become inconclusive", () => {
    const wider = fc.double({ min: 0, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(
        interval,
        number,
        wider,
        wider,
        fc.constantFrom("<=", "<", ">=", ">", "="),
        ([low, high], value, below, above, comparison) => {
          const narrow = status(against(comparison, value), low, high);
          expect([narrow, "inconclusive"]).toContain(status(against(comparison, value), low - below, high + above));
        },
      ),
    );
  });
});
