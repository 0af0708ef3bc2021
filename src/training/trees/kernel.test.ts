import { assert, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../kit/random.ts";
import { binRows, missingBin, placeBins } from "./binning.ts";
import { createKernel } from "./create-kernel.ts";
import { countBits, type Column } from "./kernel.ts";
import { plantedRows } from "./planted-world.ts";
import { quantise, quantisedFor } from "./quantise.ts";

const column = (): Column => ({
  gradient: new Float64Array(256),
  hessian: new Float64Array(256),
  count: new Float64Array(256),
});

const world = record({
  rowCount: integer({ min: 1, max: 1500 }),
  featureCount: integer({ min: 4, max: 9 }),
  seed: integer(),
});

function prepared({ rowCount, featureCount, seed }: { rowCount: number; featureCount: number; seed: number }) {
  const random = seededRandom(seed);
  const rows = plantedRows(rowCount, featureCount, random);
  const binning = placeBins(rows, 2 + random.int(254), 100_000, random);
  const gradient = new Float64Array(rowCount).map(() => random.normal() * 1000);
  const hessian = new Float64Array(rowCount).map(() => random.next());
  const derivatives = quantisedFor(rowCount);
  quantise(gradient, hessian, derivatives);
  const kernels = (["wasm", "typescript"] as const).map((kind) => {
    const kernel = createKernel(kind, { rowCount, featureCount, binning, slots: 2 });
    binRows(rows, binning, kernel.bins);
    random
      .stream("order")
      .shuffle([...kernel.order.keys()])
      .forEach((row, i) => (kernel.order[i] = row));
    kernel.load(derivatives);
    return kernel;
  });
  return { random, rows, binning, gradient, hessian, derivatives, kernels };
}

describe.each(["wasm", "typescript"])("the %s kernel", (kind) => {
  it("sums exactly the rows of a range by bin, and leaves the rest when a child is subtracted", () => {
    assert(
      property(world, (shape) => {
        const { rows, binning, derivatives, kernels, random } = prepared(shape);
        const kernel = kernels[kind === "wasm" ? 0 : 1]!;
        const from = random.int(shape.rowCount);
        const blocks = Int32Array.from({ length: Math.ceil(shape.featureCount / 4) }, (_, i) => i);
        kernel.build(0, 0, shape.rowCount, blocks);
        kernel.build(1, 0, from, blocks);
        kernel.subtract(0, 1);
        for (let feature = 0; feature < shape.featureCount; feature++) {
          const expected = column();
          for (const row of kernel.order.subarray(from)) {
            const bin = kernel.bins[((feature >> 2) * rows.rowCount + row) * 4 + (feature & 3)]!;
            expected.gradient[bin]! += derivatives.gradient[row]!;
            expected.hessian[bin]! += derivatives.hessian[row]!;
            expected.count[bin]!++;
          }
          const found = column();
          kernel.read(0, feature, found);
          expect(found).toEqual(expected);
          expect(expected.count.lastIndexOf(0)).toBeGreaterThanOrEqual(missingBin(binning, feature) - 256);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("parts a range by a cut and keeps the order on both sides", () => {
    assert(
      property(world, integer({ min: 0, max: 254 }), (shape, place) => {
        const { rows, binning, kernels, random } = prepared(shape);
        const kernel = kernels[kind === "wasm" ? 0 : 1]!;
        const cut = { feature: 2, bin: place % missingBin(binning, 2), missingLeft: random.next() < 0.5 };
        const from = random.int(shape.rowCount);
        const goesLeft = (row: number) => {
          const bin = kernel.bins[row * 4 + 2]!;
          return Number.isNaN(rows.matrix[row * rows.featureCount + 2]) ? cut.missingLeft : bin <= cut.bin;
        };
        const before = [...kernel.order];
        const touched = before.slice(from);
        const left = kernel.partition(from, touched.length, cut);
        const wanted = [...touched.filter(goesLeft), ...touched.filter((row) => !goesLeft(row))];
        expect([...kernel.order]).toEqual([...before.slice(0, from), ...wanted]);
        expect(left).toBe(touched.filter(goesLeft).length);
      }),
      { numRuns: 25 },
    );
  });
});

describe("quantise", () => {
  it("keeps every derivative within half a unit, a unit far below the largest", () => {
    const { gradient, hessian, derivatives } = prepared({ rowCount: 1000, featureCount: 4, seed: 4 });
    expect(derivatives.gradientUnit).toBeLessThan(1000 * 2 ** -26);
    gradient.forEach((g, i) => {
      expect(Math.abs(derivatives.gradient[i]! * derivatives.gradientUnit - g)).toBeLessThanOrEqual(
        derivatives.gradientUnit / 2,
      );
      expect(Math.abs(derivatives.hessian[i]! * derivatives.hessianUnit - hessian[i]!)).toBeLessThanOrEqual(
        derivatives.hessianUnit / 2,
      );
    });
  });

  it("keeps packed sums inside 64 bits however many rows there are", () => {
    for (const rowCount of [1, 2, 3, 1000, 4096, 3_000_000]) {
      const derivatives = quantisedFor(rowCount);
      quantise(new Float64Array(rowCount).fill(-1e9), new Float64Array(rowCount).fill(1e9), derivatives);
      const sum = (values: Int32Array) => values.reduce((a, b) => a + b, 0);
      expect(-sum(derivatives.gradient)).toBeLessThan(2 ** 53);
      expect(sum(derivatives.hessian)).toBeLessThan(2 ** (62 - countBits(rowCount)));
      expect(sum(derivatives.gradient) * derivatives.gradientUnit).toBeCloseTo(-1e9 * rowCount, -8);
    }
  });
});
