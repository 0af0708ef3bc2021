import { discountTable, gainTable, groupStarts, idealDcg } from "./dcg.ts";
import type { CompleteTreeOptions } from "./options.ts";
import { rankOrder } from "./rank-order.ts";
import type { LabelledRows } from "./rows.ts";

/** What tells on held-out rows whether one more tree helped. */
export interface ValidationMetric {
  readonly name: string;
  readonly isHigherBetter: boolean;
  measure(scores: Float64Array): number;
}

/** Root mean squared error, mean log loss (weighted where rows are), or mean NDCG over the groups. */
export function metricFor(rows: LabelledRows, options: CompleteTreeOptions): ValidationMetric {
  switch (options.objective) {
    case "squared":
      return {
        name: "rmse",
        isHigherBetter: false,
        measure: (scores) => Math.sqrt(meanLoss(rows, scores, squaredLoss)),
      };
    case "binary":
      return { name: "logloss", isHigherBetter: false, measure: (scores) => meanLoss(rows, scores, logLoss) };
    default:
      return ndcg(rows, options);
  }
}

const squaredLoss = (score: number, label: number): number => (score - label) ** 2;

/** −log of the probability given to the label, from log-odds, without overflow. */
const logLoss = (score: number, label: number): number => {
  const margin = label === 1 ? score : -score;
  return Math.log1p(Math.exp(-Math.abs(margin))) + Math.max(0, -margin);
};

function meanLoss({ labels, weights }: LabelledRows, scores: Float64Array, loss: typeof squaredLoss): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < labels.length; i++) {
    const weight = weights ? weights[i]! : 1;
    sum += weight * loss(scores[i]!, labels[i]!);
    total += weight;
  }
  return sum / total;
}

/** A group in which nothing is relevant counts as 1, as LightGBM counts it. */
function ndcg(
  { labels, groups, rowCount }: LabelledRows,
  { ndcgAt, labelGain }: CompleteTreeOptions,
): ValidationMetric {
  const sizes = groups!;
  const starts = groupStarts(sizes);
  const gains = gainTable(labels, labelGain);
  const ideal = Float64Array.from(sizes, (size, i) => idealDcg(gains.subarray(starts[i]!, starts[i]! + size), ndcgAt));
  const discounts = discountTable(ndcgAt);
  const ranks = rankOrder(rowCount);
  const ofGroup = (scores: Float64Array, group: number): number => {
    if (ideal[group] === 0) return 1;
    const from = starts[group]!;
    ranks.sort(scores, from, sizes[group]!);
    let sum = 0;
    for (let rank = 0; rank < Math.min(ndcgAt, sizes[group]!); rank++)
      sum += gains[ranks.order[from + rank]!]! * discounts[rank]!;
    return sum / ideal[group]!;
  };
  return {
    name: `ndcg@${ndcgAt}`,
    isHigherBetter: true,
    measure: (scores) => sizes.reduce((sum, _, group) => sum + ofGroup(scores, group), 0) / sizes.length,
  };
}
