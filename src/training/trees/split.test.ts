import { assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../kit/random.ts";
import { fitTrees } from "./fit.ts";
import { plantedRows, type PlantedRows } from "./planted-world.ts";

/** Fall of twice the squared error's half when rows are cut in two, straight from sums of residuals. */
function gainOf(residuals: readonly number[], goesLeft: readonly boolean[], l2: number): number {
  const score = (side: boolean | undefined) => {
    const rows = residuals.filter((_, i) => side === undefined || goesLeft[i] === side);
    return rows.reduce((a, b) => a + b, 0) ** 2 / (rows.length + l2);
  };
  return score(true) + score(false) - score(undefined);
}

/** The best of all cuts, found by trying each value of each feature with missing values on either side. */
function exhaustive(rows: PlantedRows, l2: number, minRows: number): number {
  const mean = Math.fround(rows.labels.reduce((a, b) => a + b, 0) / rows.rowCount);
  const residuals = Array.from(rows.labels, (label) => label - mean);
  let best = 0;
  for (let feature = 0; feature < rows.featureCount; feature++) {
    const values = residuals.map((_, row) => rows.matrix[row * rows.featureCount + feature]!);
    for (const cut of new Set(values.filter((value) => !Number.isNaN(value))))
      for (const missingLeft of [true, false]) {
        const goesLeft = values.map((value) => (Number.isNaN(value) ? missingLeft : value <= cut));
        const left = goesLeft.filter(Boolean).length;
        if (Math.min(left, rows.rowCount - left) < minRows) continue;
        best = Math.max(best, gainOf(residuals, goesLeft, l2));
      }
  }
  return best;
}

describe("the first split", () => {
  it("gains what the best of all possible cuts gains", () => {
    assert(
      property(integer(), integer({ min: 20, max: 120 }), integer({ min: 1, max: 8 }), (seed, rowCount, minRows) => {
        const rows = plantedRows(rowCount, 5, seededRandom(seed));
        const options = { objective: "squared", trees: 1, leaves: 2, l2: 0.5, minRowsPerLeaf: minRows } as const;
        const [tree] = fitTrees(rows, options, { random: seededRandom(1) }).trees;
        const best = exhaustive(rows, 0.5, minRows);
        expect((tree?.gain[0] ?? 0) / best).toBeCloseTo(1, 5);
      }),
      { numRuns: 30 },
    );
  });
});
