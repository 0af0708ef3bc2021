import { fitTrees, type TreeRun } from "../trees/fit.ts";
import type { TreeModel } from "../trees/model.ts";
import type { TreeOptions } from "../trees/options.ts";
import type { TreeRows } from "../trees/rows.ts";

export type LambdaMartOptions = Omit<TreeOptions, "objective">;

/**
 * LambdaMART: boosted trees that order the rows of each query group by grade, judged by NDCG.
 *
 * @param rows  labels are grades ≥ 0, `groups` the sizes of consecutive query groups
 * @throws {Problem} as `fitTrees`
 * @see Burges (2010), From RankNet to LambdaRank to LambdaMART, MSR-TR-2010-82
 */
export function fitLambdaMart(rows: TreeRows, options: LambdaMartOptions, run: TreeRun): TreeModel {
  return fitTrees(rows, { ...options, objective: "lambdarank" }, run);
}
