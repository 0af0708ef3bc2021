import type { TreeModel } from "../../../training/trees/model.ts";
import { treeScorer } from "../../../training/trees/score.ts";

/** What a ranking worker is asked: candidates × features, row-major. */
export interface RankRequest {
  readonly matrix: Float32Array;
  readonly rowCount: number;
}

/** Entry of a ranking worker process: it holds the model and does nothing but score. */
export function createHandler({ trees }: { trees: TreeModel }): (request: RankRequest) => Float64Array {
  const scorer = treeScorer(trees);
  return ({ matrix, rowCount }) => {
    const scores = new Float64Array(rowCount);
    scorer.score(matrix, rowCount, scores);
    return scores;
  };
}
