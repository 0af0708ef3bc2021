import { epsilonSlot } from "../../../experiments/bandits/epsilon-slot.ts";
import type { FeatureState } from "../../../features/state.ts";
import type { Clock } from "../../../kit/clock.ts";
import { Problem } from "../../../kit/problem.ts";
import type { Random } from "../../../kit/random.ts";
import { mergeCandidates } from "../../../retrieval/merge-candidates.ts";
import type { Shown } from "../../../serving/decision.ts";
import type { RequestPath, Step } from "../../../serving/path.ts";
import type { WorkerPool } from "../../../serving/worker-pool.ts";
import type { Collaborative } from "../collaborative.ts";
import { byScore } from "../evaluate.ts";
import { candidateLists } from "../past-candidates.ts";
import type { RecommendationPlan } from "../plan.ts";
import type { PurchaseHistory } from "./purchase-history.ts";
import type { RankRequest } from "./rank-worker.ts";

/** What one request carries through its steps. */
export interface RecommendState {
  readonly who: string;
  readonly count: number;
  readonly atMillis: number;
  candidates: readonly string[];
  sources: Readonly<Record<string, readonly number[]>>;
  vectors: Float32Array;
  scores: Float64Array;
  shown: readonly Shown[];
}

/** What the path reads: everything is in memory, and refreshes swap a pointer. */
export interface Live {
  readonly plan: RecommendationPlan;
  readonly clock: Clock;
  readonly random: Random;
  readonly features: FeatureState;
  readonly history: PurchaseHistory;
  readonly collaborative: Collaborative | undefined;
  /** Absent where no model has been released. */
  readonly rankers: WorkerPool | undefined;
  /** Best sellers, refreshed in the background: for candidates, and the longer list for the fallback. */
  popular: { readonly candidates: readonly string[]; readonly fallback: readonly string[] };
}

export function startState(who: string, count: number, atMillis: number): RecommendState {
  return {
    who,
    count,
    atMillis,
    candidates: [],
    sources: {},
    vectors: new Float32Array(0),
    scores: new Float64Array(0),
    shown: [],
  };
}

export function requestPath(live: Live): RequestPath<RecommendState> {
  const work: Record<string, Step<RecommendState>["run"]> = {
    retrieve: (state) => retrieve(live, state),
    features: (state) => {
      state.vectors = featureVectors(live, state.who, state.atMillis, state.candidates);
    },
    rank: (state, deadline) => rank(live, state, deadline.remainingMillis()),
    rerank: (state) => rerank(live, state),
  };
  return {
    steps: live.plan.path.map(({ step, budgetMillis }) => ({ name: step, budgetMillis, run: work[step]! })),
    deadlineMillis: live.plan.deadlineMillis,
    fallback: { name: live.plan.baseline.name, run: (state) => showPopular(live, state) },
  };
}

function retrieve({ plan, history, collaborative, popular }: Live, state: RecommendState): void {
  const { als, boughtBefore, popularity } = plan.retrieve;
  const merged = mergeCandidates(
    candidateLists({
      als: als && collaborative ? collaborative.candidates(state.who, als.take) : [],
      "bought-before": boughtBefore
        ? history.boughtBefore(state.who, state.atMillis, boughtBefore.overMillis, boughtBefore.take)
        : [],
      popularity: popularity ? popular.candidates : [],
    }),
    Infinity,
  );
  state.candidates = merged.map(({ item }) => item);
  state.sources = bySource(merged);
}

function bySource(merged: readonly { readonly sources: readonly string[] }[]): Record<string, number[]> {
  const found: Record<string, number[]> = {};
  merged.forEach(({ sources }, i) => {
    for (const source of sources) (found[source] ??= []).push(i);
  });
  return found;
}

/** The vectors that the ranker sees: kept features at the moment of the request, scores of retrievers beside them. */
export function featureVectors(
  { plan, features, collaborative }: Live,
  who: string,
  atMillis: number,
  candidates: readonly string[],
): Float32Array {
  const width = plan.features.length;
  const keptCount = plan.features.filter((feature) => "kept" in feature).length;
  const kept = new Float32Array(candidates.length * keptCount);
  features.advance(atMillis);
  features.vectors({ [plan.forWhom]: who }, plan.what, candidates, kept);
  const vectors = new Float32Array(candidates.length * width).fill(NaN);
  let column = 0;
  plan.features.forEach((feature, i) => {
    if ("kept" in feature) {
      for (let row = 0; row < candidates.length; row++) vectors[row * width + i] = kept[row * keptCount + column]!;
      column++;
    } else collaborative?.scoreMany(who, candidates, vectors, i, width);
  });
  return vectors;
}

async function rank({ rankers }: Live, state: RecommendState, remainingMillis: number): Promise<void> {
  if (!rankers)
    throw new Problem({
      code: "run/no-released-model",
      found: "No model has been released.",
      fix: "train one that beats the baseline; the answer is the baseline's until then",
    });
  if (state.candidates.length === 0) return;
  const request: RankRequest = { matrix: state.vectors, rowCount: state.candidates.length };
  state.scores = (await rankers.call(request, remainingMillis)) as Float64Array;
}

function rerank({ plan, random, popular }: Live, state: RecommendState): void {
  const ranked = byScore(state.candidates, state.scores);
  const { rows, propensities } = epsilonSlot({ slots: state.count, epsilon: plan.exploreShare }).choose(
    ranked.length,
    random,
  );
  const shown = rows.map((row, i) => ({ id: ranked[row]!, position: i + 1, propensity: propensities[i]! }));
  state.shown = shown.length > 0 ? shown : topOf(popular.fallback, state.count);
}

/** Nothing here can fail or wait. */
export function showPopular({ popular }: Pick<Live, "popular">, state: RecommendState): void {
  state.shown = topOf(popular.fallback, state.count);
}

const topOf = (items: readonly string[], count: number): Shown[] =>
  items.slice(0, count).map((id, i) => ({ id, position: i + 1, propensity: 1 }));
