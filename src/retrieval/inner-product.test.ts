import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../kit/random.ts";
import { heapSelect } from "./heap-select.ts";
import { topByInnerProduct } from "./inner-product.ts";

/** Sorts everything: the slow truth. */
function sortedTop(scores: Float32Array, k: number, exclude: ReadonlySet<number>): number[] {
  return [...scores.keys()]
    .filter((item) => !exclude.has(item) && !Number.isNaN(scores[item]))
    .sort((a, b) => (scores[a] === scores[b] ? a - b : scores[b]! < scores[a]! ? -1 : 1))
    .slice(0, k);
}

const fewValues = fc.constantFrom(-Infinity, -1, -0, 0, 1, 2, 3, Infinity, NaN);

describe("heapSelect", () => {
  it("equals sorting everything, with ties, infinities, missing scores and exclusions", () => {
    fc.assert(
      fc.property(fc.array(fewValues, { maxLength: 60 }), fc.nat(70), fc.array(fc.nat(60)), (list, k, left) => {
        const scores = Float32Array.from(list);
        const exclude = new Set(left);
        const found = heapSelect(scores, k, exclude);
        expect([...found.items]).toEqual(sortedTop(scores, k, exclude));
        expect([...found.scores]).toEqual([...found.items].map((item) => scores[item]));
      }),
    );
  });

  it("equals sorting everything on long lists, where it first guesses how good is good enough", () => {
    const random = seededRandom("long");
    for (const shape of ["normal", "ties", "descending", "best excluded", "spikes"]) {
      const scores = Float32Array.from({ length: 5000 }, (_, i) => {
        if (shape === "ties") return random.int(4);
        if (shape === "descending") return -i;
        if (shape === "spikes") return i % Math.floor(5000 / 256) === 0 ? 1000 + i : random.next();
        return random.normal();
      });
      const exclude = new Set(shape === "best excluded" ? sortedTop(scores, 400, new Set()) : []);
      for (const k of [1, 10, 300, 4999, 6000]) {
        expect([...heapSelect(scores, k, exclude).items], `${shape}, ${k}`).toEqual(sortedTop(scores, k, exclude));
      }
    }
  });
});

describe("topByInnerProduct", () => {
  it("scores every item by its inner product with the query, for any length of vector", () => {
    const random = seededRandom("products");
    for (const factors of [1, 3, 4, 7, 32]) {
      const query = Float32Array.from({ length: factors }, () => random.normal());
      const rows = Float32Array.from({ length: 101 * factors }, () => random.normal());
      const { items, scores } = topByInnerProduct(query, rows, factors, 101);
      items.forEach((item, rank) => {
        const expected = query.reduce((sum, value, f) => sum + value * rows[item * factors + f]!, 0);
        expect(scores[rank]).toBeCloseTo(expected, 5);
      });
      expect(new Set(items).size).toBe(101);
      expect([...scores]).toEqual([...scores].sort((a, b) => b - a));
    }
  });

  it("refuses a query of another length", () => {
    expect(() => topByInnerProduct(new Float32Array(3), new Float32Array(8), 4, 1)).toThrow(/3 numbers/);
  });
});
