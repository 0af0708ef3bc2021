import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Problem } from "../../kit/problem.ts";
import { seededRandom, type Random } from "../../kit/random.ts";
import { epsilonSlot } from "./epsilon-slot.ts";

/** Chance whose draws are written down, to walk through every outcome with its probability. */
function scripted(next: number, int: number): Random {
  return { ...seededRandom(0), next: () => next, int: () => int };
}

const sizes = fc.record({
  slots: fc.integer({ min: 1, max: 6 }),
  candidates: fc.integer({ min: 0, max: 12 }),
  epsilon: fc.double({ min: 0.001, max: 0.999, noNaN: true }),
});

describe("exploration of the last slot", () => {
  it("states for each row the probability that all outcomes together give it", () => {
    fc.assert(
      fc.property(sizes, ({ slots, candidates, epsilon }) => {
        fc.pre(candidates > slots);
        const policy = epsilonSlot({ slots, epsilon });
        const open = candidates - (slots - 1);
        const truth = new Map<number, number>();
        const walk = (next: number, int: number, probability: number) => {
          const { rows, propensities } = policy.choose(candidates, scripted(next, int));
          const row = rows.at(-1)!;
          truth.set(row, (truth.get(row) ?? 0) + probability);
          expect(propensities.at(-1)).toBe(policy.lastSlotPropensity(row, candidates));
          expect(new Set(rows).size).toBe(slots);
          expect(rows.slice(0, -1)).toEqual(Array.from({ length: slots - 1 }, (_, i) => i));
          expect(propensities.slice(0, -1)).toEqual(Array.from({ length: slots - 1 }, () => 1));
        };
        walk(epsilon, -1, 1 - epsilon);
        for (let int = 0; int < open; int++) walk(0, int, epsilon / open);
        expect([...truth.values()].reduce((a, b) => a + b)).toBeCloseTo(1, 12);
        for (const [row, probability] of truth) {
          expect(policy.lastSlotPropensity(row, candidates)).toBeCloseTo(probability, 12);
        }
      }),
    );
  });

  it("has nothing to choose with no more candidates than slots", () => {
    fc.assert(
      fc.property(sizes, ({ slots, candidates, epsilon }) => {
        fc.pre(candidates <= slots);
        const choice = epsilonSlot({ slots, epsilon }).choose(candidates, seededRandom("few"));
        expect(choice.rows).toEqual(Array.from({ length: candidates }, (_, i) => i));
        expect(choice.propensities).toEqual(choice.rows.map(() => 1));
      }),
    );
  });

  it("is greedy at 0 and uniform at 1", () => {
    const greedy = epsilonSlot({ slots: 3, epsilon: 0 });
    expect(greedy.choose(10, seededRandom("g"))).toEqual({ rows: [0, 1, 2], propensities: [1, 1, 1], explored: false });
    expect(epsilonSlot({ slots: 3, epsilon: 1 }).lastSlotPropensity(2, 10)).toBe(1 / 8);
  });

  it("lets inverse propensity weights find the value of other policies without bias", () => {
    // A planted world: the last slot pays out with a probability that only the row decides.
    const candidates = 8;
    const slots = 3;
    const payout = [0.9, 0.8, 0.2, 0.5, 0.1, 0.4, 0.6, 0.3];
    const policy = epsilonSlot({ slots, epsilon: 0.3 });
    const random = seededRandom("inverse propensity");
    const targets = [3, 6, 2]; // policies that always show this row last
    const sums = targets.map(() => ({ first: 0, second: 0 }));
    const rounds = 200_000;
    for (let round = 0; round < rounds; round++) {
      const { rows, propensities } = policy.choose(candidates, random);
      const reward = random.next() < payout[rows.at(-1)!]! ? 1 : 0;
      targets.forEach((target, i) => {
        const value = rows.at(-1) === target ? reward / propensities.at(-1)! : 0;
        sums[i]!.first += value;
        sums[i]!.second += value * value;
      });
    }
    targets.forEach((target, i) => {
      const mean = sums[i]!.first / rounds;
      const standardError = Math.sqrt((sums[i]!.second / rounds - mean ** 2) / rounds);
      expect(Math.abs(mean - payout[target]!) / standardError).toBeLessThan(4);
      expect(standardError).toBeLessThan(0.01);
    });
  });

  it.each([
    { slots: 3, epsilon: -0.1 },
    { slots: 3, epsilon: 1.1 },
    { slots: 3, epsilon: NaN },
    { slots: 0, epsilon: 0.1 },
    { slots: 2.5, epsilon: 0.1 },
  ])("refuses %j", (options) => {
    expect(() => epsilonSlot(options)).toThrow(Problem);
  });
});
