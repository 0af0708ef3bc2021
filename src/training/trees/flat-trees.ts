import type { Tree, TreeModel } from "./model.ts";

/** All trees in two typed arrays, each tree's nodes breadth first and siblings side by side. */
export interface FlatTrees {
  /** Four words per node: threshold (float32 bits), feature, left child's index (the right one follows), 1 if missing goes right. */
  readonly nodes: Int32Array;
  /** Per node, in leaves the value. */
  readonly values: Float64Array;
  /** Per tree, the index of its root and its depth in splits. */
  readonly roots: Int32Array;
}

/**
 * Lays trees out for walking. A leaf points at itself and its threshold is infinite, so walks of different length can go
 * side by side.
 */
export function flatten(model: TreeModel): FlatTrees {
  const total = model.trees.reduce((sum, tree) => sum + tree.value.length * 2 - 1, 0);
  const flat = {
    nodes: new Int32Array(total * 4),
    values: new Float64Array(total),
    roots: new Int32Array(model.trees.length * 2),
  };
  let start = 0;
  model.trees.forEach((tree, index) => {
    flat.roots[index * 2] = start;
    flat.roots[index * 2 + 1] = layOut(tree, start, flat);
    start += tree.value.length * 2 - 1;
  });
  return flat;
}

/** @returns depth of the tree in splits */
function layOut(tree: Tree, start: number, { nodes, values }: FlatTrees): number {
  const thresholds = new Float32Array(nodes.buffer);
  const queue = [{ node: tree.feature.length > 0 ? 0 : -1, depth: 0 }];
  let depth = 0;
  for (let i = 0; i < queue.length; i++) {
    const { node, depth: own } = queue[i]!;
    const at = (start + i) * 4;
    depth = own;
    if (node < 0) {
      thresholds[at] = Infinity;
      nodes[at + 2] = start + i;
      values[start + i] = tree.value[-1 - node]!;
      continue;
    }
    thresholds[at] = tree.threshold[node]!;
    nodes[at + 1] = tree.feature[node]!;
    nodes[at + 2] = start + queue.length;
    nodes[at + 3] = tree.missingLeft[node] === 1 ? 0 : 1;
    queue.push({ node: tree.left[node]!, depth: own + 1 }, { node: tree.right[node]!, depth: own + 1 });
  }
  return depth;
}
