import { array, assert, constant, double, float, integer, oneof, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../kit/random.ts";
import { binRows, boundsOf, missingBin, placeBins } from "./binning.ts";

const value = oneof(
  float({ noNaN: true, noDefaultInfinity: true }),
  double({ min: -3, max: 3, noNaN: true }).map((x) => Math.fround(Math.round(x * 2) / 2)),
);

describe("boundsOf", () => {
  it("gives ascending bounds, no more than asked for, each between two values that occur", () => {
    assert(
      property(array(value, { maxLength: 300 }), integer({ min: 2, max: 255 }), (values, maxBins) => {
        const sorted = Float32Array.from(values).sort();
        const bounds = boundsOf(sorted, maxBins);
        expect(bounds.length).toBeLessThan(maxBins);
        bounds.forEach((bound, i) => {
          if (i > 0) expect(bound).toBeGreaterThan(bounds[i - 1]!);
          expect(sorted.some((x) => x <= bound)).toBe(true);
          expect(sorted.some((x) => x > bound)).toBe(true);
        });
      }),
    );
  });

  it("parts all distinct values when there are few", () => {
    expect([...boundsOf(Float32Array.of(1, 1, 2, 4), 255)]).toEqual([1.5, 3]);
    expect([...boundsOf(Float32Array.of(7, 7), 255)]).toEqual([]);
    expect([...boundsOf(new Float32Array(0), 255)]).toEqual([]);
  });

  it("does not mix a common value with the few rows before it", () => {
    // One row of 0, 25 of 1 and 74 others into four bins of about 25: the 1 is common.
    const values = Float32Array.from({ length: 100 }, (_, i) => (i === 0 ? 0 : i <= 25 ? 1 : i));
    expect([...boundsOf(values, 4)].slice(0, 2)).toEqual([0.5, 13.5]);
  });

  it("puts about equally many of many values into each bin, and a common one alone", () => {
    const random = seededRandom(3);
    const sorted = Float32Array.from({ length: 20_000 }, (_, i) => (i % 4 === 0 ? 0 : random.normal())).sort();
    const bounds = boundsOf(sorted, 64);
    const counts = new Array(bounds.length + 1).fill(0);
    for (const x of sorted) counts[bounds.findLastIndex((bound) => bound < x) + 1]++;
    expect(counts.length).toBeGreaterThanOrEqual(62);
    const alone = counts.indexOf(Math.max(...counts));
    expect(counts[alone]).toBe(sorted.filter((x) => x === 0).length);
    const others = counts.filter((_, i) => i !== alone).sort((a, b) => a - b);
    expect(others.at(-1)).toBeLessThan(1.3 * (15_000 / 62));
    expect(others[2]).toBeGreaterThan(0.6 * (15_000 / 62));
  });
});

describe("binRows", () => {
  it("puts each value into the first bin whose bound it does not exceed, and NaN into the missing bin", () => {
    const cell = oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: constant(NaN) });
    assert(
      property(array(cell, { minLength: 1, maxLength: 400 }), integer({ min: 1, max: 6 }), (cells, featureCount) => {
        const rowCount = Math.ceil(cells.length / featureCount);
        const matrix = new Float32Array(rowCount * featureCount).fill(NaN);
        matrix.set(cells);
        const rows = { matrix, rowCount, featureCount, labels: new Float32Array(rowCount) };
        const binning = placeBins(rows, 10, 100_000, seededRandom(1));
        const bins = new Uint8Array(Math.ceil(featureCount / 4) * 4 * rowCount);
        binRows(rows, binning, bins);
        matrix.forEach((x, i) => {
          const [row, feature] = [Math.floor(i / featureCount), i % featureCount];
          const found = bins[((feature >> 2) * rowCount + row) * 4 + (feature & 3)];
          const first = [...binning.bounds[feature]!, Infinity].findIndex((bound) => x <= bound);
          expect(found).toBe(Number.isNaN(x) ? missingBin(binning, feature) : first);
        });
      }),
      { numRuns: 50 },
    );
  });
});
