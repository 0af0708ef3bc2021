import type { Tables } from "../../data/table-store.ts";
import type { Random } from "../../kit/random.ts";
import { Problem } from "../../kit/problem.ts";
import { fitTrees } from "../../training/trees/fit.ts";
import type { TreeModel } from "../../training/trees/model.ts";
import { fitCollaborative, type Collaborative } from "./collaborative.ts";
import { pastCandidates } from "./past-candidates.ts";
import type { RecommendationPlan } from "./plan.ts";
import { rankRows, thinCandidates, type RankRows } from "./rank-rows.ts";
import { readVisits, type Cuts, type Visit } from "./visits.ts";

/** Said while work goes on: what is being done, and how far it is where that is known. */
export type Progress = (what: string, done?: number, of?: number) => void;

export interface Limits {
  /** Visits that teach the ranker, drawn evenly when there are more. */
  readonly learningVisits: number;
  readonly candidatesPerLearningVisit: number;
  readonly testVisits: number;
}

/** Sized so that the whole run stays within minutes on two cores and 2 GiB. */
export const defaultLimits: Limits = { learningVisits: 5000, candidatesPerLearningVisit: 50, testVisits: 2500 };

export interface Learned {
  readonly trees: TreeModel;
  /** The retriever that was judged and will serve: it knows everything before the test period. */
  readonly collaborative: Collaborative | undefined;
  readonly learningVisits: number;
  readonly learningRows: number;
}

/** Fits the retriever as of the start of the learning visits, and the ranker on those visits; the last of them choose the number of trees. */
export async function learn(
  tables: Tables,
  plan: RecommendationPlan,
  cuts: Cuts,
  limits: Limits,
  { random, onProgress }: { random: Random; onProgress: Progress },
): Promise<Learned> {
  onProgress("fitting candidate generation on what was known before the learning visits");
  const earlier = await fitCollaborative(tables, plan, cuts.learnFromMillis, random.stream("als/learn"));
  const visits = await readVisits(
    tables,
    plan,
    { fromMillis: cuts.learnFromMillis, untilMillis: cuts.testFromMillis, knownByMillis: cuts.testFromMillis },
    limits.learningVisits,
  );
  if (visits.length < 50) throw tooFewVisits(visits.length);
  const { merged } = await pastCandidates(tables, plan, visits, earlier);
  const thin = thinCandidates(visits, merged, limits.candidatesPerLearningVisit, random.stream("negatives"));
  if (thin.visits.length < 20) throw tooFewVisits(thin.visits.length);
  onProgress("building point-in-time training rows");
  const rows = await rankRows(tables, plan, thin.visits, thin.candidates, earlier);
  const trees = fitRanker(plan, rows, thin.visits, { random: random.stream("trees"), onProgress });
  onProgress("fitting candidate generation on everything before the test period");
  const collaborative = await fitCollaborative(tables, plan, cuts.testFromMillis, random.stream("als/test"));
  return { trees, collaborative, learningVisits: thin.visits.length, learningRows: rows.rowCount };
}

function tooFewVisits(found: number): Problem {
  return new Problem({
    code: "run/nothing-to-learn",
    found: `Only ${found} visits can teach the ranker, which is too few.`,
    fix: "bring more history; at least some hundred visits with outcomes are needed before the test period",
  });
}

const validationShare = 0.15;

function fitRanker(
  plan: RecommendationPlan,
  rows: RankRows,
  visits: readonly Visit[],
  { random, onProgress }: { random: Random; onProgress: Progress },
): TreeModel {
  const cut = Math.floor(visits.length * (1 - validationShare));
  const { objective, trees, leaves, learningRate } = plan.rank;
  return fitTrees(
    {
      ...part(rows, plan.features.length, 0, cut),
      featureNames: plan.features.map(({ name }) => name),
      validation: part(rows, plan.features.length, cut, visits.length),
    },
    { objective, trees, leaves, learningRate, minRowsPerLeaf: 50, earlyStoppingTrees: 30, labelGain: "linear" },
    { random, onProgress: (done, of) => onProgress("training the ranker", done, of) },
  );
}

/** Rows of the visits in [from, until). */
function part({ matrix, labels, groups }: RankRows, featureCount: number, from: number, until: number) {
  const start = groups.subarray(0, from).reduce((sum, size) => sum + size, 0);
  const rowCount = groups.subarray(from, until).reduce((sum, size) => sum + size, 0);
  return {
    matrix: matrix.subarray(start * featureCount, (start + rowCount) * featureCount),
    labels: labels.subarray(start, start + rowCount),
    groups: groups.subarray(from, until),
    rowCount,
    featureCount,
  };
}
