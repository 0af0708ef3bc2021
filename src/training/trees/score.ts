import { Problem } from "../../kit/problem.ts";
import { flatten } from "./flat-trees.ts";
import type { TreeModel } from "./model.ts";
import { checkTreeModel } from "./model-check.ts";
import type { CompleteTreeOptions } from "./options.ts";
import { createTypeScriptScores } from "./typescript-scores.ts";
import { createWasmScores } from "./wasm-scores.ts";

export interface TreeScorer {
  /**
   * Writes one prediction per row: the expected label (`squared`), the probability of 1 (`binary`), a score to rank by
   * (`lambdarank`).
   *
   * @param matrix  row-major, at least rowCount × featureCount; NaN is a missing value
   * @param out     at least rowCount long; nothing behind is touched
   * @throws {Problem} `training/size-mismatch`
   */
  score(matrix: Float32Array, rowCount: number, out: Float64Array | Float32Array): void;
}

/**
 * Prepares a model for scoring. Both kernels give the same bytes: base and tree values are added in float64, tree
 * after tree.
 *
 * @throws {Problem} `training/model-malformed` when the data is not a whole tree model
 */
export function treeScorer(model: TreeModel, kernel: CompleteTreeOptions["kernel"] = "wasm"): TreeScorer {
  checkTreeModel(model);
  const { base, featureCount, objective } = model;
  const create = kernel === "wasm" ? createWasmScores : createTypeScriptScores;
  const { chunkRows, sum } = create(flatten(model), featureCount, base);
  return {
    score: (matrix, rowCount, out) => {
      if (matrix.length < rowCount * featureCount) throw tooShort("matrix", matrix.length, rowCount * featureCount);
      if (out.length < rowCount) throw tooShort("out", out.length, rowCount);
      for (let from = 0; from < rowCount; from += chunkRows) {
        const count = Math.min(chunkRows, rowCount - from);
        const sums = sum(matrix, from, count);
        if (objective === "binary") for (let i = 0; i < count; i++) out[from + i] = 1 / (1 + Math.exp(-sums[i]!));
        else for (let i = 0; i < count; i++) out[from + i] = sums[i]!;
      }
    },
  };
}

function tooShort(what: string, found: number, wanted: number): Problem {
  return new Problem({
    code: "training/size-mismatch",
    found: `The ${what} to score has room for ${found} values, but these rows need ${wanted}.`,
    fix: `give a ${what} of at least ${wanted} values`,
    at: { path: what },
  });
}
