import type { Binning } from "./binning.ts";

/** Sizes a kernel lays its memory out for. */
export interface KernelShape {
  readonly rowCount: number;
  readonly featureCount: number;
  readonly binning: Binning;
  /** Histograms alive at once: one per leaf. */
  readonly slots: number;
}

/** Per-row derivatives as whole numbers, so that sums are exact and the same in every order. */
export interface WholeDerivatives {
  /** |value| < 2^31, and the sum of absolute values stays below 2^52. */
  readonly gradient: Int32Array;
  /** 0 ≤ value < 2^31, and the sum stays below 2^(62 − countBits). */
  readonly hessian: Int32Array;
}

/** Sums of one feature's rows per bin, all whole numbers held exactly. */
export interface Column {
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  readonly count: Float64Array;
}

/** Where a leaf is cut: bins up to `bin` go left, the missing bin where `missingLeft` says. */
export interface Cut {
  readonly feature: number;
  readonly bin: number;
  readonly missingLeft: boolean;
}

/** The inner loops of tree growing. Every implementation gives the same whole numbers. */
export interface TreeKernel {
  /** Bins of all rows, laid out as `binRows` writes them. */
  readonly bins: Uint8Array;
  /** Row indices in the order of the leaves: a leaf owns a range. */
  readonly order: Uint32Array;
  /** Takes the derivatives of all rows for the next tree. */
  load(derivatives: WholeDerivatives): void;
  /** Histogram of order[from, from + count) over the blocks of four features that are named. */
  build(slot: number, from: number, count: number, blocks: Int32Array): void;
  /** Turns a parent's histogram into that of the other child. */
  subtract(slot: number, childSlot: number): void;
  /** Copies one feature's bins out of a histogram. */
  read(slot: number, feature: number, into: Column): void;
  /** Reorders order[from, from + count) so that rows going left come first, both sides keeping their order; returns how many go left. */
  partition(from: number, count: number, cut: Cut): number;
}

/** Bits that hold a count of up to rowCount rows. */
export const countBits = (rowCount: number): number => 32 - Math.clz32(rowCount);
