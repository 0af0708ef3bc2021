import { Problem } from "../../kit/problem.ts";
import type { Tree, TreeModel } from "./model.ts";

/**
 * Refuses data that is not a whole tree model, such as a damaged file, before anything walks it.
 *
 * @throws {Problem} `training/model-malformed`
 */
export function checkTreeModel(model: TreeModel): void {
  if (model.kind !== "trees" || !Array.isArray(model.trees)) throw malformed("it is not of the kind trees");
  if (!Number.isFinite(model.base)) throw malformed(`its base is ${model.base}`);
  if (!(Number.isInteger(model.featureCount) && model.featureCount >= 1))
    throw malformed(`its featureCount is ${model.featureCount}`);
  model.trees.forEach((tree, index) => {
    const fault = faultOf(tree, model.featureCount);
    if (fault) throw malformed(`tree ${index} ${fault}`);
  });
}

function faultOf(tree: Tree, featureCount: number): string | undefined {
  const splits = tree.feature.length;
  for (const list of [tree.threshold, tree.missingLeft, tree.left, tree.right])
    if (list.length !== splits) return `has ${splits} features but a list of ${list.length} beside them`;
  if (tree.value.length !== splits + 1) return `has ${splits} splits but ${tree.value.length} leaves`;
  if (!tree.feature.every((feature) => Number.isInteger(feature) && feature >= 0 && feature < featureCount))
    return `splits on a feature outside 0 to ${featureCount - 1}`;
  if (![...tree.threshold, ...tree.value].every(Number.isFinite))
    return "has a threshold or value that is not a number";
  return isWhole(tree) ? undefined : "does not reach each split and leaf exactly once";
}

function isWhole({ feature, left, right, value }: Tree): boolean {
  const seen = new Set<number>();
  const open = [feature.length > 0 ? 0 : -1];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const exists = Number.isInteger(node) && node < feature.length && -1 - node < value.length;
    if (!exists || seen.has(node)) return false;
    seen.add(node);
    if (node >= 0) open.push(left[node]!, right[node]!);
  }
  return seen.size === feature.length + value.length;
}

function malformed(what: string): Problem {
  return new Problem({
    code: "training/model-malformed",
    found: `This is not a usable tree model: ${what}.`,
    fix: "use a model as `fitTrees` returned it, or train it again",
  });
}
