import type { ScoredRows } from "./metric.ts";

/** Rows that share one score. */
export interface ScoreRun {
  positives: number;
  negatives: number;
}

/** Rows grouped by score, lowest score first; O(n log n). A score that is not a number is an error of the caller. */
export function ascendingRuns({ scores, labels }: ScoredRows): ScoreRun[] {
  const order = Uint32Array.from({ length: scores.length }, (_, row) => row);
  order.sort((a, b) => scores[a]! - scores[b]!);
  const runs: ScoreRun[] = [];
  let last: number | undefined;
  for (const row of order) {
    const score = scores[row]!;
    if (Number.isNaN(score)) throw new Error(`score of row ${row} is not a number`);
    if (score !== last) runs.push({ positives: 0, negatives: 0 });
    last = score;
    runs.at(-1)![labels[row]! > 0 ? "positives" : "negatives"]++;
  }
  return runs;
}
