import { missingBin } from "./binning.ts";
import { countBits, type Column, type KernelShape, type TreeKernel } from "./kernel.ts";
import { growingKernel } from "./kernels.generated.ts";
import { instantiate, planMemory } from "./wasm-memory.ts";

interface GrowingExports {
  pack(gradients: number, hessians: number, rowCount: number, countBits: bigint, pairs: number): void;
  build(
    bins: number,
    rowCount: number,
    order: number,
    count: number,
    pairs: number,
    gathered: number,
    blocks: number,
    blockCount: number,
    places: number,
    histogram: number,
    histogramBytes: number,
    spare: number,
  ): void;
  subtract(parent: number, child: number, bytes: number): void;
  partition(
    column: number,
    rows: number,
    count: number,
    scratch: number,
    lastLeftBin: number,
    missingBin: number,
    missingLeft: number,
  ): number;
}

const CHUNK_ROWS = 1024;
const BIN_BYTES = 16;
const NO_FEATURE = 0xffffffff;

/** The loops as SIMD WebAssembly over one memory of about rowCount × (featureCount + 32) bytes plus the histograms. */
export function createWasmKernel(shape: KernelShape): TreeKernel {
  const { rowCount, binning } = shape;
  const at = layOut(shape);
  const { buffer } = at.memory;
  const wasm = instantiate<GrowingExports>(growingKernel, at.memory);
  const blockList = new Int32Array(buffer, at.blocks, at.blockCount);
  const words = new Uint32Array(buffer, at.histograms, (shape.slots * at.histogramBytes) / 4);
  const bits = countBits(rowCount);
  new Uint32Array(buffer, at.places, at.blockCount * 4).set(lanePlaces(shape, at.blockCount));

  return {
    bins: new Uint8Array(buffer, at.bins, at.blockCount * rowCount * 4),
    order: new Uint32Array(buffer, at.order, rowCount),
    load: ({ gradient, hessian }) => {
      new Int32Array(buffer, at.gradients, rowCount).set(gradient);
      new Int32Array(buffer, at.scratch, rowCount).set(hessian);
      wasm.pack(at.gradients, at.scratch, rowCount, BigInt(bits), at.pairs);
    },
    build: (slot, from, count, blocks) => {
      blockList.set(blocks);
      const histogram = at.histograms + slot * at.histogramBytes;
      const order = at.order + from * 4;
      // prettier-ignore
      wasm.build(at.bins, rowCount, order, count, at.pairs, at.gathered, at.blocks, blocks.length, at.places, histogram, at.histogramBytes, at.spare);
    },
    subtract: (slot, childSlot) =>
      wasm.subtract(
        at.histograms + slot * at.histogramBytes,
        at.histograms + childSlot * at.histogramBytes,
        at.histogramBytes,
      ),
    read: (slot, feature, into) => {
      const start = binning.starts[feature]!;
      const from = (slot * at.histogramBytes + start * BIN_BYTES) / 4;
      unpackColumn(words, from, binning.starts[feature + 1]! - start, bits, into);
    },
    partition: (from, count, { feature, bin, missingLeft }) => {
      const column = at.bins + (feature >> 2) * rowCount * 4 + (feature & 3);
      const missing = missingBin(binning, feature);
      return wasm.partition(column, at.order + from * 4, count, at.scratch, bin, missing, missingLeft ? 1 : 0);
    },
  };
}

function layOut({ rowCount, featureCount, binning, slots }: KernelShape) {
  const plan = planMemory();
  const blockCount = (featureCount + 3) >> 2;
  const histogramBytes = binning.starts[featureCount]! * BIN_BYTES;
  const places = {
    blockCount,
    histogramBytes,
    bins: plan.reserve(blockCount * rowCount * 4),
    order: plan.reserve(rowCount * 4),
    scratch: plan.reserve(rowCount * 4 + 4),
    gradients: plan.reserve(rowCount * 4),
    pairs: plan.reserve(rowCount * BIN_BYTES),
    gathered: plan.reserve(CHUNK_ROWS * BIN_BYTES),
    blocks: plan.reserve(blockCount * 4),
    places: plan.reserve(blockCount * 16),
    spare: plan.reserve(256 * BIN_BYTES),
    histograms: plan.reserve(slots * histogramBytes),
  };
  return { ...places, memory: plan.allocate() };
}

/** Byte offset of each lane's bins inside a histogram. */
function lanePlaces({ featureCount, binning }: KernelShape, blockCount: number): Uint32Array {
  return Uint32Array.from({ length: blockCount * 4 }, (_, feature) =>
    feature < featureCount ? binning.starts[feature]! * BIN_BYTES : NO_FEATURE,
  );
}

/** Reads 64-bit sums as two halves: every value fits a double exactly, and BigInt would be slow. */
function unpackColumn(words: Uint32Array, from: number, bins: number, bits: number, into: Column): void {
  const mask = 2 ** bits - 1;
  const high = 2 ** (32 - bits);
  for (let bin = 0, at = from; bin < bins; bin++, at += 4) {
    const low = words[at + 2]!;
    into.gradient[bin] = (words[at + 1]! | 0) * 4294967296 + words[at]!;
    into.hessian[bin] = words[at + 3]! * high + (low >>> bits);
    into.count[bin] = (low & mask) >>> 0;
  }
}
