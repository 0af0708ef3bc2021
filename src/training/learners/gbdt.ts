import { fitTrees, type TreeRun } from "../trees/fit.ts";
import type { TreeModel } from "../trees/model.ts";
import type { TreeOptions } from "../trees/options.ts";
import type { TreeRows } from "../trees/rows.ts";

export type GbdtOptions = Omit<
  TreeOptions,
  "objective" | "truncation" | "labelGain" | "normaliseLambdas" | "ndcgAt"
> & {
  readonly objective: "squared" | "binary";
};

/**
 * Gradient-boosted trees for an expected value (`squared`) or the chance of a 1 (`binary`).
 *
 * @throws {Problem} as `fitTrees`
 */
export function fitGbdt(rows: TreeRows, options: GbdtOptions, run: TreeRun): TreeModel {
  return fitTrees(rows, options, run);
}
