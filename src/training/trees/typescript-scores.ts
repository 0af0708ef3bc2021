import type { FlatTrees } from "./flat-trees.ts";

/** Sums of base and tree values for up to `chunkRows` rows at a time. */
export interface TreeScores {
  readonly chunkRows: number;
  /** Sums for `count` rows of the matrix from row `from`; the array is reused by the next call. */
  sum(matrix: Float32Array, from: number, count: number): Float64Array;
}

/** The walk in plain TypeScript: what the WASM kernel is compared against. */
export function createTypeScriptScores(flat: FlatTrees, featureCount: number, base: number): TreeScores {
  const chunkRows = 256;
  const sums = new Float64Array(chunkRows);
  const thresholds = new Float32Array(flat.nodes.buffer);
  return {
    chunkRows,
    sum: (matrix, from, count) => {
      sums.fill(base);
      for (let tree = 0; tree < flat.roots.length; tree += 2)
        for (let row = 0; row < count; row++)
          sums[row]! += flat.values[walk(flat, thresholds, tree, matrix, (from + row) * featureCount)]!;
      return sums;
    },
  };
}

function walk(
  { nodes, roots }: FlatTrees,
  thresholds: Float32Array,
  tree: number,
  matrix: Float32Array,
  row: number,
): number {
  let node = roots[tree]!;
  for (let depth = roots[tree + 1]!; depth > 0; depth--) {
    const at = node * 4;
    const value = matrix[row + nodes[at + 1]!]!;
    const goesRight = value === value ? value > thresholds[at]! : nodes[at + 3] === 1;
    const child = nodes[at + 2]!;
    if (child === node) break;
    node = goesRight ? child + 1 : child;
  }
  return node;
}
