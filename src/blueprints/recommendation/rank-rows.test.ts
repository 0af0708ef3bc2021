import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../kit/random.ts";
import { byScore } from "./evaluate.ts";
import { thinCandidates } from "./rank-rows.ts";

const visit = (relevant: string[]) => ({ key: "1", who: "anna", timeMillis: 0, relevant });
const thin = (relevant: string[], candidates: string[], most: number, seed = 1) =>
  thinCandidates([visit(relevant)], [candidates], most, seededRandom(seed));

describe("thinCandidates", () => {
  it("keeps every hit, fills up with others, and invents none", () => {
    const item = fc.constantFrom(..."abcdefghijkl");
    fc.assert(
      fc.property(
        fc.uniqueArray(item),
        fc.uniqueArray(item),
        fc.integer({ min: 1, max: 14 }),
        fc.integer(),
        (relevant, candidates, most, seed) => {
          const hits = candidates.filter((one) => relevant.includes(one));
          const kept = thin(relevant, candidates, most, seed).candidates[0];
          expect(kept === undefined).toBe(hits.length === 0);
          if (!kept) return;
          expect(kept).toEqual(expect.arrayContaining(hits));
          expect(candidates).toEqual(expect.arrayContaining(kept));
          expect(new Set(kept).size).toBe(kept.length);
          // One miss at least, so that there is a pair to learn from.
          expect(kept.length).toBe(Math.min(candidates.length, Math.max(most, hits.length + 1)));
        },
      ),
    );
  });

  it("draws every other candidate as often, and never tells a hit by its place", () => {
    const drawn = new Map<string, number>();
    for (let seed = 0; seed < 600; seed++)
      for (const one of thin(["h"], ["a", "h", "x", "z"], 3, seed).candidates[0]!)
        drawn.set(one, (drawn.get(one) ?? 0) + 1);
    expect(drawn.get("h")).toBe(600);
    // Binomial(600, 2/3): 400 ± 4 standard deviations of 11.5.
    for (const one of ["a", "x", "z"]) expect(Math.abs(drawn.get(one)! - 400)).toBeLessThan(47);
    expect(thin(["z"], ["z", "a"], 5).candidates[0]).toEqual(["a", "z"]);
  });

  it("drops visits without a hit and keeps the others with their own candidates", () => {
    const kept = thinCandidates(
      [visit(["a"]), visit([]), visit(["c"])],
      [["b"], ["b"], ["c", "d"]],
      9,
      seededRandom(1),
    );
    expect(kept).toEqual({ visits: [visit(["c"])], candidates: [["c", "d"]] });
  });
});

describe("byScore", () => {
  it("orders by falling score, ties by id, and leaves its argument alone", () => {
    const candidates = ["b", "d", "a", "c"];
    expect(byScore(candidates, [1, 2, 1, 1])).toEqual(["d", "a", "b", "c"]);
    expect(byScore(candidates, Float64Array.of(0, 0, 0, -0))).toEqual(["a", "b", "c", "d"]);
    expect(candidates).toEqual(["b", "d", "a", "c"]);
    expect(byScore([], [])).toEqual([]);
  });
});
