import { LARGEST_FLOAT32, type Binning } from "./binning.ts";
import type { Column, Cut, TreeKernel } from "./kernel.ts";
import type { Tree } from "./model.ts";
import type { Quantised } from "./quantise.ts";
import { bestCut, leafValue, type Split, type SplitTerms, type Sums } from "./split.ts";
import type { CompleteTreeOptions } from "./options.ts";

interface Leaf {
  /** Its rows are order[from, from + sums.count). */
  readonly from: number;
  readonly sums: Sums;
  readonly depth: number;
  /** Histogram slot; −1 when none was built because nothing can come of it. */
  readonly slot: number;
  readonly best: Split | undefined;
  /** The split above it and its side there. */
  readonly parent: number;
  readonly side: "left" | "right";
}

/** A tree with what is needed to place training rows: cuts by bin, and each leaf's range of rows. */
export interface GrownTree {
  readonly tree: Tree;
  readonly cuts: readonly Cut[];
  readonly ranges: readonly { readonly from: number; readonly count: number }[];
}

export interface Ground {
  readonly kernel: TreeKernel;
  readonly binning: Binning;
  readonly options: CompleteTreeOptions;
  /** Scratch of 256 bins. */
  readonly column: Column;
}

/**
 * Grows one tree leaf-wise: always the split with the largest gain among all leaves is made next.
 *
 * @param rowCount  the tree learns from order[0, rowCount) of the kernel, whose derivatives are loaded
 * @param features  indices that may be split on, ascending
 */
export function growTree(ground: Ground, derivatives: Quantised, rowCount: number, features: Uint32Array): GrownTree {
  const growing = growingTree(ground, derivatives, features);
  const leaves = [growing.root(rowCount)];
  const { leaves: mostLeaves } = ground.options;
  while (leaves.length < mostLeaves) {
    const index = bestLeaf(leaves);
    if (index < 0) break;
    const [left, right] = growing.split(leaves[index]!, index, leaves.length, leaves.length + 1 === mostLeaves);
    leaves[index] = left;
    leaves.push(right);
  }
  return growing.finish(leaves);
}

function bestLeaf(leaves: readonly Leaf[]): number {
  let index = -1;
  leaves.forEach(({ best }, i) => {
    if (best && (index < 0 || best.gain > leaves[index]!.best!.gain)) index = i;
  });
  return index;
}

function growingTree(ground: Ground, derivatives: Quantised, features: Uint32Array) {
  const { kernel, options, binning } = ground;
  const terms: SplitTerms = { options, gradientUnit: derivatives.gradientUnit, hessianUnit: derivatives.hessianUnit };
  const blocks = Int32Array.from(new Set(features.map((feature) => feature >> 2)));
  const cuts: Split[] = [];
  const left: number[] = [];
  const right: number[] = [];

  function searched(leaf: Omit<Leaf, "best">): Leaf {
    return { ...leaf, best: leaf.slot < 0 ? undefined : bestSplit(ground, terms, leaf, features) };
  }

  function root(rowCount: number): Leaf {
    kernel.build(0, 0, rowCount, blocks);
    const sums = sumRows(kernel.order, rowCount, derivatives);
    return searched({ from: 0, sums, depth: 0, slot: 0, parent: -1, side: "left" });
  }

  /** Cuts a leaf in two; only the smaller child's histogram is built, the other's is the parent's without it. */
  function split(leaf: Leaf, index: number, newIndex: number, isLast: boolean): [Leaf, Leaf] {
    const cut = leaf.best!;
    const node = cuts.push(cut) - 1;
    if (leaf.parent >= 0) (leaf.side === "left" ? left : right)[leaf.parent] = node;
    left.push(-1 - index);
    right.push(-1 - newIndex);
    const count = kernel.partition(leaf.from, leaf.sums.count, cut);
    if (count !== cut.left.count)
      throw new Error(`A cut moved ${count} rows where its histogram counted ${cut.left.count}.`);
    const sums = [cut.left, rest(leaf.sums, cut.left)] as const;
    const from = [leaf.from, leaf.from + count] as const;
    const slots = isLast ? ([-1, -1] as const) : childSlots(leaf, newIndex, from, sums);
    const child = (i: 0 | 1): Leaf =>
      searched({
        from: from[i],
        sums: sums[i],
        depth: leaf.depth + 1,
        slot: slots[i],
        parent: node,
        side: i === 0 ? "left" : "right",
      });
    return [child(0), child(1)];
  }

  function childSlots(
    leaf: Leaf,
    fresh: number,
    from: readonly [number, number],
    sums: readonly [Sums, Sums],
  ): readonly [number, number] {
    const smaller = sums[0].count <= sums[1].count ? 0 : 1;
    const canSplit = (i: number) => sums[i]!.count >= 2 * options.minRowsPerLeaf;
    if (!canSplit(1 - smaller) || (options.maxDepth > 0 && leaf.depth + 1 >= options.maxDepth)) return [-1, -1];
    kernel.build(fresh, from[smaller], sums[smaller].count, blocks);
    kernel.subtract(leaf.slot, fresh);
    const small = canSplit(smaller) ? fresh : -1;
    return smaller === 0 ? [small, leaf.slot] : [leaf.slot, small];
  }

  function finish(leaves: readonly Leaf[]): GrownTree {
    const tree: Tree = {
      feature: cuts.map((cut) => cut.feature),
      threshold: cuts.map((cut) => binning.bounds[cut.feature]![cut.bin] ?? LARGEST_FLOAT32),
      missingLeft: cuts.map((cut) => (cut.missingLeft ? 1 : 0)),
      left,
      right,
      gain: cuts.map((cut) => cut.gain),
      value: leaves.map((leaf) => (cuts.length === 0 ? 0 : leafValue(leaf.sums, terms))),
      rows: leaves.map((leaf) => leaf.sums.count),
    };
    return { tree, cuts, ranges: leaves.map(({ from, sums }) => ({ from, count: sums.count })) };
  }

  return { root, split, finish };
}

function bestSplit(
  { kernel, binning, column }: Ground,
  terms: SplitTerms,
  leaf: Omit<Leaf, "best">,
  features: Uint32Array,
): Split | undefined {
  let best: Split | undefined;
  for (const feature of features) {
    const valueBins = binning.bounds[feature]!.length + 1;
    kernel.read(leaf.slot, feature, column);
    best = bestCut(feature, column, valueBins, leaf.sums, terms, best?.gain ?? 0) ?? best;
  }
  return best;
}

function sumRows(order: Uint32Array, count: number, derivatives: Quantised): Sums {
  let gradient = 0;
  let hessian = 0;
  for (let i = 0; i < count; i++) {
    gradient += derivatives.gradient[order[i]!]!;
    hessian += derivatives.hessian[order[i]!]!;
  }
  return { gradient, hessian, count };
}

const rest = (all: Sums, part: Sums): Sums => ({
  gradient: all.gradient - part.gradient,
  hessian: all.hessian - part.hessian,
  count: all.count - part.count,
});

/** Leaf of a training row by its bins, for rows the tree did not learn from. */
export function leafByBins({ tree, cuts }: GrownTree, { kernel, binning }: Ground, row: number): number {
  const rowCount = kernel.order.length;
  let node = cuts.length > 0 ? 0 : -1;
  while (node >= 0) {
    const cut = cuts[node]!;
    const bin = kernel.bins[((cut.feature >> 2) * rowCount + row) * 4 + (cut.feature & 3)]!;
    const isMissing = bin === binning.bounds[cut.feature]!.length + 1;
    node = (isMissing ? cut.missingLeft : bin <= cut.bin) ? tree.left[node]! : tree.right[node]!;
  }
  return -1 - node;
}
