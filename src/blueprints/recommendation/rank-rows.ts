import { identifier, type Tables } from "../../data/table-store.ts";
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

/** Rows whose features are computed at once; more at once are faster and take more memory. */
const mostRowsAtOnce = 150_000;

/** Builds the rows of visits: point-in-time features by SQL, scores of retrievers beside them. */
export async function rankRows(
  tables: Tables,
  plan: RecommendationPlan,
  visits: readonly Visit[],
  candidates: readonly (readonly string[])[],
  collaborative: Collaborative | undefined,
  rowsAtOnce = mostRowsAtOnce,
): Promise<RankRows> {
  const rowCount = candidates.reduce((sum, list) => sum + list.length, 0);
  const matrix = new Float32Array(rowCount * plan.features.length).fill(NaN);
  let start = 0;
  for (const [from, until] of slices(candidates, rowsAtOnce)) {
    const [someVisits, someCandidates] = [visits.slice(from, until), candidates.slice(from, until)];
    const part = await keptValues(tables, plan, someVisits, someCandidates);
    spread(plan, part.matrix, part.rowCount, matrix.subarray(start * plan.features.length));
    start += part.rowCount;
  }
  addScores(plan, matrix, visits, candidates, collaborative);
  return {
    matrix,
    rowCount,
    labels: labelsOf(visits, candidates, rowCount),
    groups: Int32Array.from(candidates, (list) => list.length),
    candidates,
  };
}

/** Consecutive visits [from, until) that have about as many rows as may be done at once. */
function slices(candidates: readonly (readonly string[])[], rowsAtOnce: number): [number, number][] {
  const found: [number, number][] = [];
  let from = 0;
  let rows = 0;
  candidates.forEach((list, i) => {
    rows += list.length;
    if (rows < rowsAtOnce && i < candidates.length - 1) return;
    found.push([from, i + 1]);
    from = i + 1;
    rows = 0;
  });
  return found;
}

async function keptValues(
  tables: Tables,
  plan: RecommendationPlan,
  visits: readonly Visit[],
  candidates: readonly (readonly string[])[],
): Promise<{ matrix: Float32Array; rowCount: number }> {
  const rowCount = candidates.reduce((sum, list) => sum + list.length, 0);
  await fillRowsTable(tables, plan, visits, candidates, rowCount);
  try {
    return await buildTrainingSet(tables, keptFeatures(plan), "rank_rows");
  } finally {
    await tables.run("DROP TABLE rank_rows");
  }
}

async function fillRowsTable(
  tables: Tables,
  plan: RecommendationPlan,
  visits: readonly Visit[],
  candidates: readonly (readonly string[])[],
  rowCount: number,
): Promise<void> {
  const who = new Array<string>(rowCount);
  const timeMillis = new Float64Array(rowCount);
  let row = 0;
  for (const [i, visit] of visits.entries()) {
    const end = row + candidates[i]!.length;
    who.fill(visit.who, row, end);
    timeMillis.fill(visit.timeMillis, row, end);
    row = end;
  }
  await tables.run(
    `CREATE OR REPLACE TEMP TABLE rank_rows(row_id BIGINT, time_ms BIGINT, ${identifier(plan.forWhom)} VARCHAR, ${identifier(plan.what)} VARCHAR)`,
  );
  await tables.append("rank_rows", {
    row_id: Int32Array.from(timeMillis, (_, i) => i),
    time_ms: timeMillis,
    [plan.forWhom]: who,
    [plan.what]: candidates.flat(),
  });
}

/** Spreads the kept features over the model's columns; the others stay as they are. */
function spread(plan: RecommendationPlan, kept: Float32Array, rowCount: number, into: Float32Array): void {
  const width = plan.features.length;
  const columns = plan.features.flatMap((feature, i) => ("kept" in feature ? [i] : []));
  for (let row = 0; row < rowCount; row++)
    for (let k = 0; k < columns.length; k++) into[row * width + columns[k]!] = kept[row * columns.length + k]!;
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
