import type { TreeObjective } from "./options.ts";

/**
 * One tree as parallel lists over its splits, root first. A child ≥ 0 is a split; a child < 0 is leaf −1 − child.
 * A row goes left where its value is ≤ the threshold, or is missing and `missingLeft` is 1.
 */
export interface Tree {
  readonly feature: readonly number[];
  /** Float32 numbers. */
  readonly threshold: readonly number[];
  readonly missingLeft: readonly (0 | 1)[];
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** Fall of the training objective by each split (twice, as LightGBM reports it). */
  readonly gain: readonly number[];
  /** Float32 leaf values, learning rate included; one more than there are splits. */
  readonly value: readonly number[];
  /** Training rows in each leaf. */
  readonly rows: readonly number[];
}

/** Trees as plain data: `JSON.stringify` and back loses nothing. */
export interface TreeModel {
  readonly kind: "trees";
  readonly objective: TreeObjective;
  readonly featureCount: number;
  readonly featureNames?: readonly string[];
  /** Score before the first tree; for `binary` in log-odds. */
  readonly base: number;
  readonly trees: readonly Tree[];
  /** Metric on the validation rows after each tree that was grown, kept or not. */
  readonly validation?: { readonly metric: string; readonly values: readonly number[] };
}

/** Leaf of one row, by walking from the root. */
export function leafOf(tree: Tree, matrix: Float32Array, at: number): number {
  let node = tree.feature.length > 0 ? 0 : -1;
  while (node >= 0) {
    const value = matrix[at + tree.feature[node]!]!;
    const goesLeft = value === value ? value <= tree.threshold[node]! : tree.missingLeft[node] === 1;
    node = goesLeft ? tree.left[node]! : tree.right[node]!;
  }
  return -1 - node;
}

export interface FeatureImportance {
  readonly feature: number;
  readonly name: string;
  /** Sum of the gains of its splits. */
  readonly gain: number;
  readonly splits: number;
}

/** How much each feature's splits lowered the training objective, largest first; features never used included. */
export function featureImportance(model: TreeModel): FeatureImportance[] {
  const gain = new Float64Array(model.featureCount);
  const splits = new Int32Array(model.featureCount);
  for (const tree of model.trees)
    tree.feature.forEach((feature, node) => {
      gain[feature]! += tree.gain[node]!;
      splits[feature]!++;
    });
  return Array.from(gain, (total, feature) => ({
    feature,
    name: model.featureNames?.[feature] ?? `feature_${feature}`,
    gain: total,
    splits: splits[feature]!,
  })).sort((a, b) => b.gain - a.gain || a.feature - b.feature);
}
