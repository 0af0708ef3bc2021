/** Times cut into blocks of neighbours: neighbours may depend on each other, blocks hardly do. */
export interface Blocks {
  /** Block of each entry, 0 … blockCount − 1. */
  readonly blocks: ArrayLike<number>;
  readonly blockCount: number;
}

/** Cuts a series into blocks of equal time, empty ones included. */
export function blocksOfTime(timesMillis: ArrayLike<number>, blockMillis: number): Blocks {
  const first = timesMillis[0] ?? 0;
  const blocks = Uint32Array.from(timesMillis, (time) => Math.floor((time - first) / blockMillis));
  return { blocks, blockCount: blocks.length === 0 ? 0 : blocks[blocks.length - 1]! + 1 };
}

/** Sum per block of a number per entry. */
export function blockSums({ blocks, blockCount }: Blocks, of: (i: number) => number): Float64Array {
  const sums = new Float64Array(blockCount);
  for (let i = 0; i < blocks.length; i++) sums[blocks[i]!]! += of(i);
  return sums;
}
