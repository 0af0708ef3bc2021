import type { SparseRows } from "./interactions.ts";

/**
 * One half of an iteration: every row of `target` moves towards the solution of its own least-squares problem while
 * the rows of `source` stand still.
 */
export interface Sweep {
  /** rowCount × stride, changed in place. */
  readonly target: Float32Array;
  /** columnCount × stride. */
  readonly source: Float32Array;
  /** Row length of both: the number of factors rounded up to a multiple of 8, the rest zeros. */
  readonly stride: number;
  /** The entries' values are c − 1 = α · value, the confidence beyond that of a pair never seen. */
  readonly entries: SparseRows;
  readonly regularisation: number;
  /** Conjugate-gradient steps per row, from the row's present value. */
  readonly steps: number;
}

/**
 * Solves (YᵀY + Yᵀ(C − I)Y + λI) x = YᵀC p row by row, by a few conjugate-gradient steps from the present x. Plain
 * double-precision arithmetic: the oracle of the WebAssembly kernel.
 *
 * @see Hu, Koren, Volinsky (2008), doi:10.1109/ICDM.2008.22; Takács, Pilászy, Tikk (2011), doi:10.1145/2043932.2043987
 */
export function sweepRows(sweep: Sweep): void {
  const gram = gramMatrix(sweep.source, sweep.entries.columnCount, sweep.stride);
  addToDiagonal(gram, sweep.stride, sweep.regularisation);
  const scratch = {
    residual: new Float64Array(sweep.stride),
    direction: new Float64Array(sweep.stride),
    product: new Float64Array(sweep.stride),
    solution: new Float64Array(sweep.stride),
  };
  for (let row = 0; row < sweep.entries.rowCount; row++) solveRow(sweep, gram, scratch, row);
}

type Scratch = Record<"residual" | "direction" | "product" | "solution", Float64Array>;

/** A row that took nothing has the exact solution 0. */
function solveRow(sweep: Sweep, gram: Float64Array, scratch: Scratch, row: number): void {
  const { target, stride, entries } = sweep;
  const from = entries.starts[row]!;
  const to = entries.starts[row + 1]!;
  const own = target.subarray(row * stride, (row + 1) * stride);
  if (from === to) {
    own.fill(0);
    return;
  }
  const { solution, residual, direction } = scratch;
  solution.set(own);
  multiply(sweep, gram, solution, residual, from, to);
  for (let f = 0; f < stride; f++) residual[f] = -residual[f]!;
  addWantedSide(sweep, residual, from, to);
  direction.set(residual);
  conjugateGradient(sweep, gram, scratch, from, to);
  own.set(solution);
}

function conjugateGradient(sweep: Sweep, gram: Float64Array, scratch: Scratch, from: number, to: number): void {
  const { solution, residual, direction, product } = scratch;
  const stride = sweep.stride;
  let squared = dot(residual, residual, stride);
  for (let step = 0; step < sweep.steps && squared > 1e-20; step++) {
    multiply(sweep, gram, direction, product, from, to);
    const length = squared / dot(direction, product, stride);
    for (let f = 0; f < stride; f++) {
      solution[f]! += length * direction[f]!;
      residual[f]! -= length * product[f]!;
    }
    const before = squared;
    squared = dot(residual, residual, stride);
    const turn = squared / before;
    for (let f = 0; f < stride; f++) direction[f] = residual[f]! + turn * direction[f]!;
  }
}

/** out = (YᵀY + λI + Yᵀ(C − I)Y) vector, never building the third part. */
function multiply(sweep: Sweep, gram: Float64Array, vector: Float64Array, out: Float64Array, from: number, to: number) {
  const { source, stride, entries } = sweep;
  for (let f = 0; f < stride; f++) out[f] = dot(gram, vector, stride, f * stride);
  for (let entry = from; entry < to; entry++) {
    const at = entries.columns[entry]! * stride;
    addScaled(out, entries.values[entry]! * dot(source, vector, stride, at), source, at, stride);
  }
}

/** Adds YᵀC p, where p is 1 for what was taken. */
function addWantedSide({ source, stride, entries }: Sweep, out: Float64Array, from: number, to: number): void {
  for (let entry = from; entry < to; entry++) {
    addScaled(out, 1 + entries.values[entry]!, source, entries.columns[entry]! * stride, stride);
  }
}

/** YᵀY of the first `rowCount` rows, stride × stride. */
export function gramMatrix(rows: Float32Array, rowCount: number, stride: number): Float64Array {
  const gram = new Float64Array(stride * stride);
  for (let at = 0; at < rowCount * stride; at += stride) {
    for (let i = 0; i < stride; i++) {
      const own = rows[at + i]!;
      for (let j = i; j < stride; j++) gram[i * stride + j]! += own * rows[at + j]!;
    }
  }
  for (let i = 0; i < stride; i++) for (let j = 0; j < i; j++) gram[i * stride + j] = gram[j * stride + i]!;
  return gram;
}

export function addToDiagonal(matrix: Float64Array, size: number, amount: number): void {
  for (let i = 0; i < size; i++) matrix[i * size + i]! += amount;
}

/** Inner product of `length` numbers, the first vector read from `at`. */
export function dot(a: Float32Array | Float64Array, b: Float32Array | Float64Array, length: number, at = 0): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let f = 0;
  for (; f + 3 < length; f += 4) {
    s0 += a[at + f]! * b[f]!;
    s1 += a[at + f + 1]! * b[f + 1]!;
    s2 += a[at + f + 2]! * b[f + 2]!;
    s3 += a[at + f + 3]! * b[f + 3]!;
  }
  for (; f < length; f++) s0 += a[at + f]! * b[f]!;
  return s0 + s1 + (s2 + s3);
}

/** out += scale · row, the row read from `at`. */
export function addScaled(out: Float64Array, scale: number, rows: Float32Array, at: number, length: number): void {
  for (let f = 0; f < length; f++) out[f]! += scale * rows[at + f]!;
}
