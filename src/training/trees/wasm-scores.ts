import type { FlatTrees } from "./flat-trees.ts";
import { scoringKernel } from "./scoring.generated.ts";
import type { TreeScores } from "./typescript-scores.ts";
import { instantiate, planMemory } from "./wasm-memory.ts";

interface ScoringExports {
  scoreRows(
    matrix: number,
    rowBytes: number,
    rows: number,
    roots: number,
    trees: number,
    values: number,
    out: number,
  ): void;
  scoreRow(row: number, roots: number, trees: number, values: number, out: number): void;
  spread(values: number, count: number, out: number): void;
}

/** Rows that `scoreRows` walks side by side. */
const LANES = 8;
/** Trees that `scoreRow` walks side by side. */
const TREE_LANES = 4;

/** The walk as WebAssembly: eight rows go through a tree together, or four trees take one row. */
export function createWasmScores(flat: FlatTrees, featureCount: number, base: number): TreeScores {
  const chunkRows = chunkFor(featureCount);
  const treeCount = flat.roots.length / 2;
  const at = layOut(flat, featureCount, chunkRows);
  const wasm = instantiate<ScoringExports>(scoringKernel, at.memory);
  placeTrees(flat, at);
  const input = new Float32Array(at.memory.buffer, at.matrix, chunkRows * featureCount);
  const sums = new Float64Array(at.memory.buffer, at.sums, chunkRows);
  // A leaf's value lies at half its node's address plus this.
  const values = at.values - at.nodes / 2;
  const rowBytes = featureCount * 8;

  function sum(matrix: Float32Array, from: number, count: number): Float64Array {
    input.set(matrix.subarray(from * featureCount, (from + count) * featureCount));
    sums.fill(base, 0, count);
    const together = count - (count % LANES);
    wasm.spread(at.matrix, count * featureCount, at.spread);
    if (together > 0) wasm.scoreRows(at.spread, rowBytes, together, at.roots, treeCount, values, at.sums);
    for (let row = together; row < count; row++)
      wasm.scoreRow(at.spread + row * rowBytes, at.roots, at.paddedTrees, values, at.sums + row * 8);
    return sums;
  }
  return { chunkRows, sum };
}

/** As many rows as about 64 kB hold, so that they stay in a near cache while tree after tree passes over them. */
const chunkFor = (featureCount: number): number =>
  Math.min(512, Math.max(LANES, Math.floor(16_384 / featureCount / LANES) * LANES));

function layOut(flat: FlatTrees, featureCount: number, chunkRows: number) {
  const plan = planMemory();
  const treeCount = flat.roots.length / 2;
  const paddedTrees = Math.ceil(treeCount / TREE_LANES) * TREE_LANES;
  const places = {
    paddedTrees,
    matrix: plan.reserve(chunkRows * featureCount * 4),
    spread: plan.reserve(chunkRows * featureCount * 8),
    sums: plan.reserve(chunkRows * 8),
    roots: plan.reserve(paddedTrees * 8),
    nodes: plan.reserve((flat.values.length + 1) * 16),
    values: plan.reserve((flat.values.length + 1) * 8),
  };
  return { ...places, memory: plan.allocate() };
}

/** Copies the trees with indices turned into addresses; lanes without a tree walk to one leaf of value 0 behind them. */
function placeTrees(flat: FlatTrees, at: ReturnType<typeof layOut>): void {
  const count = flat.values.length;
  const address = (node: number) => at.nodes + node * 16;
  const nodes = new Int32Array(at.memory.buffer, at.nodes, (count + 1) * 4);
  nodes.set(flat.nodes);
  for (let node = 0; node <= count; node++) {
    nodes[node * 4 + 1] = nodes[node * 4 + 1]! * 8 + nodes[node * 4 + 3]! * 4;
    nodes[node * 4 + 2] = address(node === count ? count : nodes[node * 4 + 2]!);
  }
  new Float32Array(at.memory.buffer, at.nodes)[count * 4] = Infinity;
  new Float64Array(at.memory.buffer, at.values, count).set(flat.values);
  const roots = new Int32Array(at.memory.buffer, at.roots, at.paddedTrees * 2);
  for (let tree = 0; tree < at.paddedTrees; tree++) {
    const isReal = tree * 2 < flat.roots.length;
    roots[tree * 2] = address(isReal ? flat.roots[tree * 2]! : count);
    roots[tree * 2 + 1] = isReal ? flat.roots[tree * 2 + 1]! : 0;
  }
}
