import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeCandidates } from "./merge-candidates.ts";

const list = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 20 });

describe("mergeCandidates", () => {
  it("lets the lists take turns and keeps the first source of each item, with all others beside it", () => {
    const merged = mergeCandidates(
      [
        { name: "collaborative", items: ["milk", "eggs", "rye"] },
        { name: "popular", items: ["milk", "salt", "rye", "tea"] },
      ],
      10,
    );
    expect(merged).toEqual([
      { item: "milk", source: "collaborative", sources: ["collaborative", "popular"] },
      { item: "salt", source: "popular", sources: ["popular"] },
      { item: "eggs", source: "collaborative", sources: ["collaborative"] },
      { item: "rye", source: "popular", sources: ["collaborative", "popular"] },
      { item: "tea", source: "popular", sources: ["popular"] },
    ]);
  });

  it("lets no list bring in more than its quota, and leaves the places to the others", () => {
    const lists = [
      { name: "a", items: [1, 2, 3, 4], quota: 1 },
      { name: "b", items: [5, 6, 7, 8] },
    ];
    expect(mergeCandidates(lists, 4).map(({ item }) => item)).toEqual([1, 5, 6, 7]);
  });

  it("is the union of the lists when there is room, and its beginning when there is not", () => {
    fc.assert(
      fc.property(list, list, list, fc.nat(40), (a, b, c, limit) => {
        const lists = [a, b, c].map((items, i) => ({ name: "abc"[i]!, items }));
        const whole = mergeCandidates(lists, Infinity);
        expect(new Set(whole.map(({ item }) => item))).toEqual(new Set([...a, ...b, ...c]));
        expect(mergeCandidates(lists, limit)).toEqual(whole.slice(0, limit));
        for (const { item, source, sources } of whole) {
          expect(sources).toContain(source);
          expect(sources).toEqual(lists.filter(({ items }) => items.includes(item)).map(({ name }) => name));
        }
      }),
    );
  });
});
