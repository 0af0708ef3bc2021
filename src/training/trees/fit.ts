import type { Random } from "../../kit/random.ts";
import { binRows, placeBins } from "./binning.ts";
import { growTree, leafByBins, type Ground, type GrownTree } from "./grow.ts";
import { createKernel } from "./create-kernel.ts";
import { metricFor, type ValidationMetric } from "./metric.ts";
import { leafOf, type Tree, type TreeModel } from "./model.ts";
import { objectiveFor, type Objective } from "./objective.ts";
import { completeTreeOptions, type CompleteTreeOptions, type TreeOptions } from "./options.ts";
import { quantise, quantisedFor } from "./quantise.ts";
import { checkTreeRows, type LabelledRows, type TreeRows } from "./rows.ts";
import { pickedFirst, selectSorted } from "./sampling.ts";

export interface TreeRun {
  readonly random: Random;
  /** Called after each tree; `metric` is that of the validation rows where there are any. */
  readonly onProgress?: ((done: number, of: number, info: { metric?: number }) => void) | undefined;
}

/**
 * Gradient-boosted trees from histograms of binned features, grown leaf-wise. The same rows, options and seed give the
 * same model, whichever kernel runs.
 *
 * Memory: about rowCount × (featureCount + 56) bytes plus leaves × bins × 16 bytes.
 *
 * @throws {Problem} `training/option-out-of-range`, `training/no-rows`, `training/size-mismatch`,
 *   `training/value-not-usable`, `training/groups-malformed`, `training/too-large`
 * @see Friedman (2001), doi:10.1214/aos/1013203451; Ke et al. (2017), LightGBM, NeurIPS
 */
export function fitTrees(rows: TreeRows, options: TreeOptions, run: TreeRun): TreeModel {
  const complete = completeTreeOptions(options);
  checkTreeRows(rows, complete);
  const objective = objectiveFor(rows, complete);
  const step = boosting(rows, complete, objective, run.random);
  const watch = rows.validation && validationWatch(rows.validation, complete, objective.base);
  const trees: Tree[] = [];
  for (let done = 1; done <= complete.trees; done++) {
    const tree = step();
    if (!tree) break;
    trees.push(tree);
    const metric = watch?.add(tree);
    run.onProgress?.(done, complete.trees, metric === undefined ? {} : { metric });
    if (watch?.isOver()) break;
  }
  const kept = watch && complete.earlyStoppingTrees > 0 ? watch.bestCount() : trees.length;
  return {
    kind: "trees",
    objective: complete.objective,
    featureCount: rows.featureCount,
    ...(rows.featureNames && { featureNames: [...rows.featureNames] }),
    base: objective.base + 0,
    trees: trees.slice(0, kept),
    ...(watch && { validation: { metric: watch.metric.name, values: watch.values } }),
  };
}

/** Returns a function that grows the next tree and moves the scores, or gives `undefined` when no tree can be grown any more. */
function boosting(
  rows: TreeRows,
  options: CompleteTreeOptions,
  objective: Objective,
  random: Random,
): () => Tree | undefined {
  const ground = prepare(rows, options, random);
  const { order } = ground.kernel;
  const gradient = new Float64Array(rows.rowCount);
  const hessian = new Float64Array(rows.rowCount);
  const derivatives = quantisedFor(rows.rowCount);
  const scores = new Float64Array(rows.rowCount).fill(objective.base);
  const rowsTaken = Math.max(1, Math.round(rows.rowCount * options.rowShare));
  const featuresTaken = Math.max(1, Math.round(rows.featureCount * options.featureShare));
  const rowDraws = random.stream("trees/rows");
  const featureDraws = random.stream("trees/features");
  const isSampled = rowsTaken < rows.rowCount || featuresTaken < rows.featureCount;
  return () => {
    objective.differentiate(scores, gradient, hessian);
    quantise(gradient, hessian, derivatives);
    ground.kernel.load(derivatives);
    pickedFirst(order, rowsTaken, rowDraws);
    const features = selectSorted(rows.featureCount, featuresTaken, featureDraws);
    const grown = growTree(ground, derivatives, rowsTaken, features);
    if (grown.cuts.length === 0 && !isSampled) return undefined;
    moveScores(scores, grown, ground, rowsTaken);
    return grown.tree;
  };
}

function prepare(rows: TreeRows, options: CompleteTreeOptions, random: Random): Ground {
  const binning = placeBins(rows, options.maxBins, options.binSampleRows, random.stream("trees/bins"));
  const { rowCount, featureCount } = rows;
  const mostLeaves = Math.max(2, Math.min(options.leaves, Math.ceil(rowCount / options.minRowsPerLeaf)));
  const kernel = createKernel(options.kernel, { rowCount, featureCount, binning, slots: mostLeaves });
  binRows(rows, binning, kernel.bins);
  const column = { gradient: new Float64Array(256), hessian: new Float64Array(256), count: new Float64Array(256) };
  return { kernel, binning, options, column };
}

function moveScores(scores: Float64Array, grown: GrownTree, ground: Ground, rowsTaken: number): void {
  const { order } = ground.kernel;
  grown.ranges.forEach(({ from, count }, leaf) => {
    const value = grown.tree.value[leaf]!;
    for (let i = from; i < from + count; i++) scores[order[i]!]! += value;
  });
  for (let i = rowsTaken; i < order.length; i++)
    scores[order[i]!]! += grown.tree.value[leafByBins(grown, ground, order[i]!)]!;
}

interface ValidationWatch {
  readonly metric: ValidationMetric;
  readonly values: number[];
  add(tree: Tree): number;
  isOver(): boolean;
  /** Trees up to the best metric so far. */
  bestCount(): number;
}

function validationWatch(rows: LabelledRows, options: CompleteTreeOptions, base: number): ValidationWatch {
  const metric = metricFor(rows, options);
  const scores = new Float64Array(rows.rowCount).fill(base);
  const values: number[] = [];
  let best = 0;
  const isBetter = (a: number, b: number) => (metric.isHigherBetter ? a > b : a < b);
  return {
    metric,
    values,
    add: (tree) => {
      for (let row = 0; row < rows.rowCount; row++)
        scores[row]! += tree.value[leafOf(tree, rows.matrix, row * rows.featureCount)]!;
      const value = metric.measure(scores);
      values.push(value);
      if (best === 0 || isBetter(value, values[best - 1]!)) best = values.length;
      return value;
    },
    isOver: () => options.earlyStoppingTrees > 0 && values.length - best >= options.earlyStoppingTrees,
    bestCount: () => best,
  };
}
