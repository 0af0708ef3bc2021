// AssemblyScript source of the inner loops; `scripts/build-kernels.ts` compiles it. Every pointer is a byte address in
// the memory the caller lays out. A histogram bin is one 128-bit vector of two 64-bit whole numbers: the sum of
// gradients, and the sum of hessians with the count of rows in its low bits.

const CHUNK: usize = 1024;

/** Packs the whole-numbered derivatives of every row into the vector that is added to a bin. */
export function pack(gradients: usize, hessians: usize, rowCount: usize, countBits: u64, pairs: usize): void {
  for (let i: usize = 0; i < rowCount; i++) {
    store<i64>(pairs + (i << 4), <i64>load<i32>(gradients + (i << 2)));
    store<i64>(pairs + (i << 4), ((<i64>load<i32>(hessians + (i << 2))) << countBits) | 1, 8);
  }
}

/**
 * Adds rows to a histogram. Rows go through in chunks: their derivatives are gathered once and stay in the nearest
 * cache while every block of four features is read.
 */
export function build(
  bins: usize,
  rowCount: usize,
  order: usize,
  count: usize,
  pairs: usize,
  gathered: usize,
  blocks: usize,
  blockCount: usize,
  places: usize,
  histogram: usize,
  histogramBytes: usize,
  spare: usize,
): void {
  memory.fill(histogram, 0, histogramBytes);
  for (let from: usize = 0; from < count; from += CHUNK) {
    const rows = order + (from << 2);
    const size = min(CHUNK, count - from);
    for (let i: usize = 0; i < size; i++) {
      v128.store(gathered + (i << 4), v128.load(pairs + (<usize>load<u32>(rows + (i << 2)) << 4)));
    }
    for (let b: usize = 0; b < blockCount; b++) {
      const block = <usize>load<u32>(blocks + (b << 2));
      const place = places + (block << 4);
      addBlock(
        bins + ((block * rowCount) << 2),
        rows,
        size,
        gathered,
        placeOf(place, histogram, spare),
        placeOf(place + 4, histogram, spare),
        placeOf(place + 8, histogram, spare),
        placeOf(place + 12, histogram, spare),
      );
    }
  }
}

/** Byte address of a lane's bins; a lane behind the last feature is marked and writes into spare memory. */
// @ts-ignore: decorator
@inline
function placeOf(place: usize, histogram: usize, spare: usize): usize {
  const offset = load<u32>(place);
  return offset == 0xffffffff ? spare : histogram + <usize>offset;
}

// @ts-ignore: decorator
@inline
function addBlock(column: usize, rows: usize, size: usize, gathered: usize, h0: usize, h1: usize, h2: usize, h3: usize): void {
  for (let i: usize = 0; i < size; i++) {
    const four = load<u32>(column + (<usize>load<u32>(rows + (i << 2)) << 2));
    const pair = v128.load(gathered + (i << 4));
    add(h0 + ((four << 4) & 0xff0), pair);
    add(h1 + ((four >> 4) & 0xff0), pair);
    add(h2 + ((four >> 12) & 0xff0), pair);
    add(h3 + ((four >> 20) & 0xff0), pair);
  }
}

// @ts-ignore: decorator
@inline
function add(at: usize, pair: v128): void {
  v128.store(at, i64x2.add(v128.load(at), pair));
}

/** Turns a parent's histogram into that of the other child. */
export function subtract(parent: usize, child: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) {
    v128.store(parent + i, i64x2.sub(v128.load(parent + i), v128.load(child + i)));
  }
}

/** Stable partition of row indices by the bin of one feature, without a branch per row; returns how many go left. */
export function partition(
  column: usize,
  rows: usize,
  count: usize,
  scratch: usize,
  lastLeftBin: u32,
  missingBin: u32,
  missingLeft: u32,
): usize {
  let left = rows;
  let right = scratch;
  for (let i: usize = 0; i < count; i++) {
    const row = load<u32>(rows + (i << 2));
    const bin = <u32>load<u8>(column + (<usize>row << 2));
    const goesLeft: u32 = select<u32>(missingLeft, u32(bin <= lastLeftBin), bin == missingBin);
    store<u32>(left, row);
    store<u32>(right, row);
    left += goesLeft << 2;
    right += (1 - goesLeft) << 2;
  }
  memory.copy(left, scratch, right - scratch);
  return (left - rows) >> 2;
}
