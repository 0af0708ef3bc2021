import { missingBin } from "./binning.ts";
import type { Column, Cut, KernelShape, TreeKernel, WholeDerivatives } from "./kernel.ts";

/** The loops in plain TypeScript: what the WASM kernel is compared against, and what runs where it is not wanted. */
export function createTypeScriptKernel(shape: KernelShape): TreeKernel {
  const { rowCount, featureCount, binning } = shape;
  const { starts } = binning;
  const blockCount = (featureCount + 3) >> 2;
  const width = starts[featureCount]! * 3;
  const packed = new Uint32Array(blockCount * rowCount);
  const bins = new Uint8Array(packed.buffer);
  const order = new Uint32Array(rowCount);
  const scratch = new Uint32Array(rowCount);
  // The lanes behind the last feature hold bin 0 and write into three spare cells at the end.
  const histograms = new Float64Array(shape.slots * width + 3);
  const spare = shape.slots * width;
  let derivatives: WholeDerivatives = { gradient: new Int32Array(0), hessian: new Int32Array(0) };

  function build(slot: number, from: number, count: number, blocks: Int32Array): void {
    histograms.fill(0, slot * width, (slot + 1) * width);
    for (const block of blocks) {
      const place = [0, 1, 2, 3].map((lane) => {
        const feature = block * 4 + lane;
        return feature < featureCount ? slot * width + starts[feature]! * 3 : spare;
      });
      addBlock(histograms, place, packed, block * rowCount, order.subarray(from, from + count), derivatives);
    }
  }

  return {
    bins,
    order,
    build,
    load: (next) => (derivatives = next),
    subtract: (slot, childSlot) => {
      for (let i = 0; i < width; i++) histograms[slot * width + i]! -= histograms[childSlot * width + i]!;
    },
    read: (slot, feature, into) =>
      readColumn(histograms, slot * width + starts[feature]! * 3, into, starts[feature + 1]! - starts[feature]!),
    partition: (from, count, cut) => {
      const column = (cut.feature >> 2) * rowCount * 4 + (cut.feature & 3);
      return partition(
        order.subarray(from, from + count),
        scratch,
        bins,
        column,
        cut,
        missingBin(binning, cut.feature),
      );
    },
  };
}

function addBlock(
  histograms: Float64Array,
  place: readonly number[],
  packed: Uint32Array,
  column: number,
  rows: Uint32Array,
  { gradient, hessian }: WholeDerivatives,
): void {
  const [at0, at1, at2, at3] = place as [number, number, number, number];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const four = packed[column + row]!;
    const g = gradient[row]!;
    const h = hessian[row]!;
    addRow(histograms, at0 + (four & 255) * 3, g, h);
    addRow(histograms, at1 + ((four >>> 8) & 255) * 3, g, h);
    addRow(histograms, at2 + ((four >>> 16) & 255) * 3, g, h);
    addRow(histograms, at3 + (four >>> 24) * 3, g, h);
  }
}

function addRow(histograms: Float64Array, at: number, gradient: number, hessian: number): void {
  histograms[at]! += gradient;
  histograms[at + 1]! += hessian;
  histograms[at + 2]!++;
}

function readColumn(histograms: Float64Array, from: number, into: Column, bins: number): void {
  for (let bin = 0, at = from; bin < bins; bin++, at += 3) {
    into.gradient[bin] = histograms[at]!;
    into.hessian[bin] = histograms[at + 1]!;
    into.count[bin] = histograms[at + 2]!;
  }
}

function partition(
  rows: Uint32Array,
  scratch: Uint32Array,
  bins: Uint8Array,
  column: number,
  cut: Cut,
  missing: number,
): number {
  let left = 0;
  let right = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const bin = bins[column + row * 4]!;
    if (bin === missing ? cut.missingLeft : bin <= cut.bin) rows[left++] = row;
    else scratch[right++] = row;
  }
  rows.set(scratch.subarray(0, right), left);
  return left;
}
