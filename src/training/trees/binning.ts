import type { Random } from "../../kit/random.ts";
import { sortFloats } from "./radix-sort.ts";
import { selectSorted } from "./sampling.ts";
import type { LabelledRows } from "./rows.ts";

/** How values become bins: x falls into the first bin whose upper bound it does not exceed. */
export interface Binning {
  /** Ascending float32 bounds between bins per feature; bin b holds bounds[b-1] < x ≤ bounds[b]. */
  readonly bounds: readonly Float32Array[];
  /** Start of each feature in a histogram, in bins; the last entry is the total. */
  readonly starts: Int32Array;
}

/** Index of a feature's bin for missing values: the one after its value bins. */
export const missingBin = (binning: Binning, feature: number): number => binning.bounds[feature]!.length + 1;

/** The most a float32 can hold: a split there parts present values from missing ones. */
export const LARGEST_FLOAT32 = 3.4028234663852886e38;

/** Few enough that their part of the matrix stays in the nearest caches while its columns are read one by one. */
const CHUNK_ROWS = 256;

/**
 * Places bins with about equally many sampled rows in each; a value as common as a bin is large gets a bin of its own.
 *
 * @param maxBins     most value bins of a feature, 2 to 255
 * @param sampleRows  rows to look at, drawn from `random` where there are more
 */
export function placeBins(rows: LabelledRows, maxBins: number, sampleRows: number, random: Random): Binning {
  const picked = selectSorted(rows.rowCount, Math.min(sampleRows, rows.rowCount), random);
  const columns = sampledColumns(rows, picked);
  const bounds = columns.map((column) => boundsOf(sortFloats(column), maxBins));
  const starts = new Int32Array(rows.featureCount + 1);
  bounds.forEach((bound, feature) => (starts[feature + 1] = starts[feature]! + bound.length + 2));
  return { bounds, starts };
}

/** Present values of each feature in the picked rows. */
function sampledColumns({ matrix, featureCount }: LabelledRows, picked: Uint32Array): Float32Array[] {
  const columns = Array.from({ length: featureCount }, () => new Float32Array(picked.length));
  const present = new Int32Array(featureCount);
  for (let from = 0; from < picked.length; from += CHUNK_ROWS)
    columns.forEach((column, feature) => {
      let count = present[feature]!;
      for (const row of picked.subarray(from, from + CHUNK_ROWS)) {
        const value = matrix[row * featureCount + feature]!;
        if (value === value) column[count++] = value;
      }
      present[feature] = count;
    });
  return columns.map((column, feature) => column.subarray(0, present[feature]));
}

/**
 * Bounds between neighbouring bins of ascending values.
 *
 * @returns at most maxBins − 1 bounds, each in [a, b) for the neighbours a < b it parts
 */
export function boundsOf(sorted: Float32Array, maxBins: number): Float32Array {
  const { values, counts } = distinct(sorted);
  const cuts =
    values.length <= maxBins ? Array.from(values.keys()).slice(1) : quantileCuts(counts, sorted.length, maxBins);
  return Float32Array.from(cuts, (i) => between(values[i - 1]!, values[i]!));
}

function distinct(sorted: Float32Array): { values: Float32Array; counts: Int32Array } {
  const values = new Float32Array(sorted.length);
  const counts = new Int32Array(sorted.length);
  let last = -1;
  for (let i = 0; i < sorted.length; i++) {
    if (last < 0 || sorted[i]! !== values[last]!) values[++last] = sorted[i]!;
    counts[last]!++;
  }
  return { values: values.subarray(0, last + 1), counts: counts.subarray(0, last + 1) };
}

/** Positions of distinct values at which a new bin begins; a value that would fill a bin alone gets one. */
function quantileCuts(counts: Int32Array, total: number, maxBins: number): number[] {
  const isCommon = (i: number) => counts[i]! * maxBins >= total;
  let binsLeft = maxBins;
  let rowsLeft = total;
  for (let i = 0; i < counts.length; i++) {
    if (!isCommon(i)) continue;
    binsLeft--;
    rowsLeft -= counts[i]!;
  }
  const cuts: number[] = [];
  let held = 0;
  for (let i = 0; i < counts.length - 1 && cuts.length < maxBins - 1; i++) {
    held += counts[i]!;
    const wanted = rowsLeft / Math.max(1, binsLeft);
    const isFull = held + counts[i + 1]! / 2 > wanted;
    if (!isFull && !isCommon(i) && !isCommon(i + 1)) continue;
    cuts.push(i + 1);
    if (!isCommon(i)) {
      rowsLeft -= held;
      binsLeft--;
    }
    held = 0;
  }
  return cuts;
}

function between(a: number, b: number): number {
  const middle = Math.fround(a + (b - a) / 2);
  return (middle >= b ? a : middle) + 0;
}

/**
 * Writes the bin of every value. Four features share a block so that one 32-bit read gives four bins: the bin of
 * feature f in row r is at `((f >> 2) * rowCount + r) * 4 + (f & 3)`.
 *
 * @param out  ceil(featureCount / 4) × rowCount × 4 bytes
 */
export function binRows(rows: LabelledRows, binning: Binning, out: Uint8Array): void {
  const ladders = binning.bounds.map(paddedLadder);
  for (let from = 0; from < rows.rowCount; from += CHUNK_ROWS) {
    const to = Math.min(rows.rowCount, from + CHUNK_ROWS);
    ladders.forEach((ladder, feature) => binColumn(rows, feature, ladder, missingBin(binning, feature), from, to, out));
  }
}

function binColumn(
  { matrix, rowCount, featureCount }: LabelledRows,
  feature: number,
  ladder: Float32Array,
  missing: number,
  from: number,
  to: number,
  out: Uint8Array,
): void {
  const top = ladder.length >> 1;
  let at = ((feature >> 2) * rowCount + from) * 4 + (feature & 3);
  for (let row = from; row < to; row++, at += 4) {
    const value = matrix[row * featureCount + feature]!;
    let bin = 0;
    for (let step = top; step > 0; step >>= 1) if (ladder[bin + step - 1]! < value) bin += step;
    out[at] = value === value ? bin : missing;
  }
}

/** Bounds filled up with infinity to a power of two: the search above then takes the same steps for every value. */
function paddedLadder(bounds: Float32Array): Float32Array {
  let size = 1;
  while (size <= bounds.length) size *= 2;
  const ladder = new Float32Array(size).fill(Infinity);
  ladder.set(bounds);
  return ladder;
}
