import type { Tables } from "../../data/table-store.ts";
import type { Random } from "../../kit/random.ts";
import { fitTrees } from "../../training/trees/fit.ts";
import type { TreeModel } from "../../training/trees/model.ts";
import { fitCollaborative, type Collaborative } from "./collaborative.ts";
import { drawLearningVisits } from "./learning-visits.ts";
import type { RecommendationPlan } from "./plan.ts";
import { rankRows, type RankRows } from "./rank-rows.ts";
import type { Cuts, Visit } from "./visits.ts";

/** Said while work goes on: what is being done, and how far it is where that is known. */
export type Progress = (what: string, done?: number, of?: number) => void;

export interface Limits {
  /** Visits looked at for learning, drawn evenly when there are more. */
  readonly learningVisits: number;
  readonly candidatesPerLearningVisit: number;
  /** Rows that teach the ranker: visits are looked at until those with a hit give about as many. */
  readonly learningRows: number;
  readonly testVisits: number;
}

/** Sized so that the whole run stays within minutes on two cores and 2 GiB. */
export const defaultLimits: Limits = {
  learningVisits: 30_000,
  candidatesPerLearningVisit: 50,
  learningRows: 230_000,
  testVisits: 2500,
};

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
  const { visits, candidates } = await drawLearningVisits(tables, plan, cuts, limits, {
    collaborative: earlier,
    random: random.stream("negatives"),
  });
  onProgress("building point-in-time training rows");
  const rows = await rankRows(tables, plan, visits, candidates, earlier);
  const trees = fitRanker(plan, rows, visits, { random: random.stream("trees"), onProgress });
  onProgress("fitting candidate generation on everything before the test period");
  const collaborative = await fitCollaborative(tables, plan, cuts.testFromMillis, random.stream("als/test"));
  return { trees, collaborative, learningVisits: visits.length, learningRows: rows.rowCount };
}

const validationShare = 0.15;

/** Held back more than the learner's defaults: chosen on earlier periods of real purchases, where hits are few. */
const rankerTraining = { minRowsPerLeaf: 200, l2: 10, earlyStoppingTrees: 30, labelGain: "linear" } as const;

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
    { objective, trees, leaves, learningRate, ...rankerTraining },
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
