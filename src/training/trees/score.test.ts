import { assert, constant, float, integer, oneof, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../kit/random.ts";
import { fitTrees } from "./fit.ts";
import { leafOf, type TreeModel } from "./model.ts";
import { plantedOdds, plantedRows } from "./planted-world.ts";
import { treeScorer } from "./score.ts";

const rows = plantedRows(800, 5, seededRandom(1));
const model = fitTrees(rows, { objective: "squared", trees: 30, minRowsPerLeaf: 4 }, { random: seededRandom(1) });

function scores(of: TreeModel, matrix: Float32Array, rowCount: number, kernel: "wasm" | "typescript"): number[] {
  const out = new Float64Array(rowCount + 1).fill(-1);
  treeScorer(of, kernel).score(matrix, rowCount, out);
  expect(out[rowCount]).toBe(-1);
  return [...out.subarray(0, rowCount)];
}

/** Each row walked from the root through the plain lists of the model. */
function walked(of: TreeModel, matrix: Float32Array, rowCount: number): number[] {
  return Array.from({ length: rowCount }, (_, row) =>
    of.trees.reduce((sum, tree) => sum + tree.value[leafOf(tree, matrix, row * of.featureCount)]!, of.base),
  );
}

describe("treeScorer", () => {
  it("gives the bytes of the plain walk for any number of rows, trees, missing and infinite values", () => {
    const cell = oneof(float({ min: -2, max: 2, noNaN: true }), constant(NaN), constant(Infinity), constant(-Infinity));
    const threshold = constant(model.trees[0]!.threshold[0]!);
    assert(
      property(
        integer({ min: 0, max: 30 }),
        integer({ min: 0, max: 700 }),
        integer(),
        oneof(cell, threshold),
        (trees, rowCount, seed, odd) => {
          const fewer = { ...model, trees: model.trees.slice(0, trees) };
          const random = seededRandom(seed);
          const matrix = new Float32Array(rowCount * 5).map(() => (random.next() < 0.2 ? odd : random.next() * 2 - 1));
          const expected = walked(fewer, matrix, rowCount);
          expect(scores(fewer, matrix, rowCount, "wasm")).toEqual(expected);
          expect(scores(fewer, matrix, rowCount, "typescript")).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("does not let one call see another", () => {
    const scorer = treeScorer(model);
    const [first, second] = [new Float64Array(800), new Float64Array(800)];
    scorer.score(rows.matrix, 800, first);
    scorer.score(new Float32Array(5 * 37), 37, new Float64Array(37));
    scorer.score(rows.matrix, 800, second);
    expect(second).toEqual(first);
  });

  it("gives probabilities for 0/1 labels, into float32 too", () => {
    const odds = plantedOdds(500, 4, seededRandom(1));
    const chances = fitTrees(odds, { objective: "binary", trees: 5 }, { random: seededRandom(1) });
    const out = new Float32Array(500);
    treeScorer(chances).score(odds.matrix, 500, out);
    const expected = walked(chances, odds.matrix, 500).map((score) => Math.fround(1 / (1 + Math.exp(-score))));
    expect([...out]).toEqual(expected);
  });

  it("walks trees of thousands of leaves over a thousand features", () => {
    const random = seededRandom(5);
    const wide = {
      matrix: new Float32Array(3000 * 1000),
      labels: new Float32Array(3000),
      rowCount: 3000,
      featureCount: 1000,
    };
    wide.matrix.forEach((_, i) => (wide.matrix[i] = random.next()));
    wide.labels.forEach((_, i) => (wide.labels[i] = random.normal()));
    const options = { objective: "squared", trees: 1, leaves: 1000, minRowsPerLeaf: 1, maxBins: 4 } as const;
    const deep = fitTrees(wide, options, { random: seededRandom(1) });
    expect(deep.trees[0]!.value.length).toBe(1000);
    expect(scores(deep, wide.matrix, 101, "wasm")).toEqual(walked(deep, wide.matrix, 101));
  });

  it("says when the matrix or the output is too short", () => {
    const mismatch = expect.objectContaining({ code: "training/size-mismatch" });
    expect(() => treeScorer(model).score(new Float32Array(9), 2, new Float64Array(2))).toThrow(mismatch);
    expect(() => treeScorer(model).score(new Float32Array(10), 2, new Float64Array(1))).toThrow(mismatch);
  });

  it("refuses a model whose parts do not fit", () => {
    const [tree, ...others] = model.trees;
    const broken = (change: object) => ({ ...model, trees: [{ ...tree!, ...change }, ...others] });
    for (const damaged of [
      { ...model, kind: "forest" },
      { ...model, base: NaN },
      { ...model, featureCount: 2 },
      broken({ value: tree!.value.slice(1) }),
      broken({ left: tree!.left.with(0, 0) }),
      broken({ left: tree!.left.with(0, 999) }),
      broken({ threshold: tree!.threshold.with(0, NaN) }),
      broken({ missingLeft: [] }),
    ])
      expect(() => treeScorer(damaged as TreeModel)).toThrow(
        expect.objectContaining({ code: "training/model-malformed" }),
      );
  });
});
