import { assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../kit/random.ts";
import { binRows, placeBins } from "./binning.ts";
import { createKernel } from "./create-kernel.ts";
import { growTree, leafByBins } from "./grow.ts";
import { leafOf } from "./model.ts";
import { completeTreeOptions } from "./options.ts";
import { plantedRows } from "./planted-world.ts";
import { quantise, quantisedFor } from "./quantise.ts";
import { pickedFirst, selectSorted } from "./sampling.ts";

describe("growTree", () => {
  it("places every row alike by its range, its bins and its values, whether it was learned from or not", () => {
    assert(
      property(integer(), integer({ min: 40, max: 600 }), (seed, rowCount) => {
        const random = seededRandom(seed);
        const rows = plantedRows(rowCount, 6, random);
        const options = completeTreeOptions({ objective: "squared", minRowsPerLeaf: 3, leaves: 15, maxBins: 40 });
        const binning = placeBins(rows, options.maxBins, rowCount, random);
        const kernel = createKernel("wasm", { rowCount, featureCount: 6, binning, slots: options.leaves });
        binRows(rows, binning, kernel.bins);
        const derivatives = quantisedFor(rowCount);
        quantise(Float64Array.from(rows.labels), new Float64Array(rowCount).fill(1), derivatives);
        kernel.load(derivatives);
        const taken = pickedFirst(kernel.order, Math.ceil(rowCount * 0.7), random);
        const column = {
          gradient: new Float64Array(256),
          hessian: new Float64Array(256),
          count: new Float64Array(256),
        };
        const ground = { kernel, binning, options, column };
        const grown = growTree(ground, derivatives, taken, Uint32Array.of(0, 1, 2, 3, 5));
        expect(grown.tree.feature).not.toContain(4);
        grown.ranges.forEach(({ from, count }, leaf) => {
          for (const row of kernel.order.subarray(from, from + count))
            expect(leafByBins(grown, ground, row)).toBe(leaf);
        });
        for (let row = 0; row < rowCount; row++)
          expect(leafByBins(grown, ground, row)).toBe(leafOf(grown.tree, rows.matrix, row * 6));
      }),
      { numRuns: 25 },
    );
  });
});

describe("drawing rows", () => {
  it("takes as many as asked for, each equally often, in ascending order", () => {
    const hits = new Float64Array(20);
    const random = seededRandom(6);
    for (let i = 0; i < 3000; i++) {
      const picked = selectSorted(20, 7, random);
      expect(picked.length).toBe(7);
      expect(picked).toEqual(picked.slice().sort());
      for (const index of picked) hits[index]!++;
    }
    // 3,000 × 7 / 20 = 1050 each, standard deviation 26.
    expect(Math.min(...hits)).toBeGreaterThan(1050 - 4 * 26);
    expect(Math.max(...hits)).toBeLessThan(1050 + 4 * 26);
    const order = new Uint32Array(20);
    expect(pickedFirst(order, 7, random)).toBe(7);
    expect([...order].sort((a, b) => a - b)).toEqual([...order.keys()]);
  });
});
