import { identifier, type Tables } from "../../data/table-store.ts";
import { bootstrapMean, type Estimate } from "../../evaluation/bootstrap.ts";
import { compareRankers, type ComparisonRow } from "../../evaluation/compare.ts";
import type { RankerLists } from "../../evaluation/list-values.ts";
import { releaseGate, type ReleaseDecision } from "../../evaluation/release-gate.ts";
import type { Random } from "../../kit/random.ts";
import { Problem } from "../../kit/problem.ts";
import { treeScorer } from "../../training/trees/score.ts";
import type { Learned, Limits, Progress } from "./learn.ts";
import { outcomesSql, pastCandidates } from "./past-candidates.ts";
import type { RecommendationPlan } from "./plan.ts";
import { rankRows, type RankRows } from "./rank-rows.ts";
import type { Scorer } from "./serve/rank-onnx-worker.ts";
import { readVisits, type Cuts, type Visit } from "./visits.ts";
import { ceilingName, rankerName, treesName } from "./ranker-names.ts";

/** What later data said about the model, the baseline, and (where the truth is known) the best that can be reached. */
export interface Evaluation {
  readonly rows: readonly ComparisonRow[];
  readonly gate: ReleaseDecision;
  /** Share of the relevant items that candidate generation found. */
  readonly candidateRecall: Estimate;
  readonly candidatesPerVisit: number;
  readonly coverage: { readonly value: number; readonly catalogue: number; readonly lists: number };
  readonly visits: number;
  readonly households: number;
  readonly fromMillis: number;
  readonly untilMillis: number;
  /** Feature vectors and scores of some candidates of some test visits, in the order of time, for drift alarms. */
  readonly sample: VectorSample;
}

export interface VectorSample {
  /** Row-major, rowCount × features. */
  readonly matrix: Float32Array;
  readonly scores: Float64Array;
  readonly rowCount: number;
  /** Rows of each visit; consecutive. */
  readonly groups: Int32Array;
}

const cutoff = 10;
const repetitions = 2000;

/** Known best order of a visit, by the visit's key; only a simulated world has one. */
export type Oracle = ReadonlyMap<string, readonly string[]>;

/**
 * Judges the learned ranker, or an imported one in its place, on visits after everything that it has seen.
 *
 * @throws {Problem} `run/nothing-to-learn`
 */
export async function evaluate(
  tables: Tables,
  plan: RecommendationPlan,
  cuts: Cuts,
  learned: Learned,
  limits: Limits,
  {
    random,
    onProgress,
    oracle,
    imported,
  }: { random: Random; onProgress: Progress; oracle?: Oracle | undefined; imported?: Scorer | undefined },
): Promise<Evaluation> {
  const visits = await readVisits(
    tables,
    plan,
    { fromMillis: cuts.testFromMillis, untilMillis: cuts.lastMillis + 1 },
    limits.testVisits,
  );
  if (visits.length < 30)
    throw new Problem({
      code: "run/nothing-to-learn",
      found: `Only ${visits.length} visits are left to test on.`,
      fix: "hold out more in `data.split.test`, or bring more data",
    });
  onProgress("building point-in-time rows of the test visits");
  const { merged, popular } = await pastCandidates(tables, plan, visits, learned.collaborative);
  const rows = await rankRows(tables, plan, visits, merged, learned.collaborative);
  const byTrees = new Float64Array(rows.rowCount);
  treeScorer(learned.trees).score(rows.matrix, rows.rowCount, byTrees);
  const scores = imported ? await imported(rows) : byTrees;
  onProgress("comparing with the baseline on the same visits");
  const ranked = rankedLists(rows, scores);
  const truth = { idealGainsPerList: visits.map((visit) => visit.relevant.map(() => 1)), units: unitsOf(visits) };
  const baseline = rankerLists(plan.baseline.name, visits, popular);
  const candidate = rankerLists(rankerName, visits, ranked);
  const trees = imported ? [rankerLists(treesName, visits, rankedLists(rows, byTrees))] : [];
  const ceiling =
    oracle && visits.every((visit) => oracle.has(visit.key))
      ? [
          rankerLists(
            ceilingName,
            visits,
            visits.map((visit) => oracle.get(visit.key)!),
          ),
        ]
      : [];
  const draws = { repetitions, random: random.stream("bootstrap"), confidence: 0.95 };
  const catalogue = await catalogueSize(tables, plan, cuts);
  return {
    rows: compareRankers([baseline, candidate, ...trees, ...ceiling], truth, {
      metrics: plan.metrics,
      baseline: baseline.name,
      ...draws,
    }),
    gate: releaseGate({ candidate, baseline, truth, metric: plan.metric, ...draws }),
    candidateRecall: recallOf(visits, merged, truth.units, draws),
    candidatesPerVisit: rows.rowCount / visits.length,
    coverage: {
      value: new Set(ranked.flatMap((list) => list.slice(0, cutoff))).size / catalogue,
      catalogue,
      lists: visits.length,
    },
    visits: visits.length,
    households: new Set(visits.map((visit) => visit.who)).size,
    fromMillis: cuts.testFromMillis,
    untilMillis: cuts.lastMillis,
    sample: sampleRows(rows, scores, plan.features.length, random.stream("sample")),
  };
}

function rankedLists(rows: RankRows, scores: Float64Array): string[][] {
  let start = 0;
  return rows.candidates.map((candidates) => {
    const own = scores.subarray(start, (start += candidates.length));
    return byScore(candidates, own);
  });
}

/** Candidates by falling score, ties by id; the same order in evaluation and in serving. */
export function byScore(candidates: readonly string[], scores: ArrayLike<number>): string[] {
  const order = Array.from(candidates, (_, i) => i);
  order.sort((a, b) => scores[b]! - scores[a]! || (candidates[a]! < candidates[b]! ? -1 : 1));
  return order.map((i) => candidates[i]!);
}

function rankerLists(name: string, visits: readonly Visit[], lists: readonly (readonly string[])[]): RankerLists {
  const gainsPerList = visits.map((visit, i) => {
    const relevant = new Set(visit.relevant);
    return Float32Array.from(lists[i] ?? [], (item) => (relevant.has(item) ? 1 : 0));
  });
  return { name, gainsPerList };
}

function unitsOf(visits: readonly Visit[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(visits, ({ who }) => numbers.get(who) ?? (numbers.set(who, numbers.size), numbers.size - 1));
}

function recallOf(
  visits: readonly Visit[],
  merged: readonly (readonly string[])[],
  units: Int32Array,
  draws: { repetitions: number; random: Random; confidence: number },
): Estimate {
  const values = Float64Array.from(visits, (visit, i) => {
    const found = new Set(merged[i]);
    return visit.relevant.filter((item) => found.has(item)).length / visit.relevant.length;
  });
  return bootstrapMean({ values, units }, draws);
}

/** Items that somebody bought in the training history: what could have been shown. */
async function catalogueSize(tables: Tables, plan: RecommendationPlan, cuts: Cuts): Promise<number> {
  const [row] = await tables.rows<{ items: number }>(
    `SELECT count(DISTINCT ${identifier(plan.what)}) AS items FROM (${outcomesSql(plan)})
     WHERE time_ms < ${cuts.testFromMillis} AND known_ms <= ${cuts.testFromMillis} AND time_ms >= ${cuts.testFromMillis - plan.trainOnMillis}`,
  );
  return Math.max(1, row!.items);
}

const sampledVisits = 1600;
const sampledCandidates = 40;

/** Some candidates of some visits, drawn evenly. */
function sampleRows(rows: RankRows, scores: Float64Array, width: number, random: Random): VectorSample {
  const starts = new Int32Array(rows.groups.length);
  for (let i = 1; i < starts.length; i++) starts[i] = starts[i - 1]! + rows.groups[i - 1]!;
  const visits = random
    .shuffle([...rows.groups.keys()])
    .slice(0, sampledVisits)
    .sort((a, b) => a - b);
  const picked = visits.map((visit) =>
    random
      .shuffle(Array.from({ length: rows.groups[visit]! }, (_, i) => starts[visit]! + i))
      .slice(0, sampledCandidates),
  );
  const all = picked.flat();
  const matrix = new Float32Array(all.length * width);
  all.forEach((row, i) => matrix.set(rows.matrix.subarray(row * width, (row + 1) * width), i * width));
  return {
    matrix,
    scores: Float64Array.from(all, (row) => scores[row]!),
    rowCount: all.length,
    groups: Int32Array.from(picked, (list) => list.length),
  };
}
