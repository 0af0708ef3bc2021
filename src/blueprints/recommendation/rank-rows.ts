import type { Tables } from "../../data/table-store.ts";
import { buildTrainingSet } from "../../features/point-in-time-sql.ts";
import type { Random } from "../../kit/random.ts";
import type { Collaborative } from "./collaborative.ts";
import { keptFeatures, type RecommendationPlan } from "./plan.ts";
import type { Visit } from "./visits.ts";

/** Candidates of visits with everything a ranker may see, one row per visit and candidate. */
export interface RankRows {
  /** Row-major, rowCount × plan.features.length; NaN where missing. */
  readonly matrix: Float32Array;
  readonly rowCount: number;
  /** 1 where the candidate was bought. */
  readonly labels: Float32Array;
  /** Candidates of each visit; consecutive. */
  readonly groups: Int32Array;
  readonly candidates: readonly (readonly string[])[];
}

/** Builds the rows of visits: point-in-time features by SQL, scores of retrievers beside them. */
export async function rankRows(
  tables: Tables,
  plan: RecommendationPlan,
  visits: readonly Visit[],
  candidates: readonly (readonly string[])[],
  collaborative: Collaborative | undefined,
): Promise<RankRows> {
  const rowCount = candidates.reduce((sum, list) => sum + list.length, 0);
  await fillRowsTable(tables, plan, visits, candidates, rowCount);
  const kept = keptFeatures(plan);
  const set = await buildTrainingSet(tables, kept, "rank_rows");
  await tables.run("DROP TABLE rank_rows");
  const matrix = interleave(plan, set.matrix, kept.length, rowCount);
  addScores(plan, matrix, visits, candidates, collaborative);
  return {
    matrix,
    rowCount,
    labels: labelsOf(visits, candidates, rowCount),
    groups: Int32Array.from(candidates, (list) => list.length),
    candidates,
  };
}

async function fillRowsTable(
  tables: Tables,
  plan: RecommendationPlan,
  visits: readonly Visit[],
  candidates: readonly (readonly string[])[],
  rowCount: number,
): Promise<void> {
  const columns = {
    row_id: new Int32Array(rowCount),
    time_ms: new Float64Array(rowCount),
    who: new Array<string>(rowCount),
    what: new Array<string>(rowCount),
  };
  let row = 0;
  for (const [i, visit] of visits.entries()) {
    for (const item of candidates[i]!) {
      columns.row_id[row] = row;
      columns.time_ms[row] = visit.timeMillis;
      columns.who[row] = visit.who;
      columns.what[row++] = item;
    }
  }
  await tables.run(
    `CREATE OR REPLACE TABLE rank_rows(row_id BIGINT, time_ms BIGINT, "${plan.forWhom}" VARCHAR, "${plan.what}" VARCHAR)`,
  );
  await tables.append("rank_rows", {
    row_id: columns.row_id,
    time_ms: columns.time_ms,
    [plan.forWhom]: columns.who,
    [plan.what]: columns.what,
  });
}

/** Spreads the kept features over the model's columns; the others stay NaN. */
function interleave(plan: RecommendationPlan, kept: Float32Array, keptCount: number, rowCount: number): Float32Array {
  const width = plan.features.length;
  const matrix = new Float32Array(rowCount * width).fill(NaN);
  const columns = plan.features.flatMap((feature, i) => ("kept" in feature ? [i] : []));
  for (let row = 0; row < rowCount; row++)
    for (let k = 0; k < keptCount; k++) matrix[row * width + columns[k]!] = kept[row * keptCount + k]!;
  return matrix;
}

function addScores(
  plan: RecommendationPlan,
  matrix: Float32Array,
  visits: readonly Visit[],
  candidates: readonly (readonly string[])[],
  collaborative: Collaborative | undefined,
): void {
  const width = plan.features.length;
  const column = plan.features.findIndex((feature) => "scoreOf" in feature);
  if (column < 0 || !collaborative) return;
  let row = 0;
  for (const [i, visit] of visits.entries()) {
    collaborative.scoreMany(visit.who, candidates[i]!, matrix, row * width + column, width);
    row += candidates[i]!.length;
  }
}

function labelsOf(
  visits: readonly Visit[],
  candidates: readonly (readonly string[])[],
  rowCount: number,
): Float32Array {
  const labels = new Float32Array(rowCount);
  let row = 0;
  for (const [i, visit] of visits.entries()) {
    const relevant = new Set(visit.relevant);
    for (const item of candidates[i]!) labels[row++] = relevant.has(item) ? 1 : 0;
  }
  return labels;
}

/** Keeps every candidate that was bought and draws others until a visit has at most `most`; visits without a hit are dropped. */
export function thinCandidates(
  visits: readonly Visit[],
  candidates: readonly (readonly string[])[],
  most: number,
  random: Random,
): { visits: Visit[]; candidates: string[][] } {
  const kept = { visits: [] as Visit[], candidates: [] as string[][] };
  for (const [i, visit] of visits.entries()) {
    const relevant = new Set(visit.relevant);
    const hits = candidates[i]!.filter((item) => relevant.has(item));
    if (hits.length === 0) continue;
    const misses = random
      .shuffle(candidates[i]!.filter((item) => !relevant.has(item)))
      .slice(0, Math.max(1, most - hits.length));
    kept.visits.push(visit);
    kept.candidates.push([...hits, ...misses].toSorted());
  }
  return kept;
}
