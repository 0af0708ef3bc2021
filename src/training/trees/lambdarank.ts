import { gainTable, groupStarts, idealDcg, discountTable } from "./dcg.ts";
import type { Objective } from "./objective.ts";
import type { CompleteTreeOptions } from "./options.ts";
import { rankOrder } from "./rank-order.ts";
import type { LabelledRows } from "./rows.ts";

interface RankTerms {
  readonly discounts: Float64Array;
  readonly truncation: number;
  readonly normalise: boolean;
}

/** One query group in the order of its scores: arrays by rank, reused for every group. */
interface Ranked {
  readonly gain: Float64Array;
  readonly score: Float64Array;
  /** exp(score − best score), kept above 0. */
  readonly strength: Float64Array;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

/**
 * LambdaRank: each pair of differently graded rows pulls apart with the NDCG that swapping them would change.
 *
 * Pairs count when the better placed row is within `truncation`; NDCG is cut there too. With normalisation a pair's
 * weight is divided by 0.01 + its score distance and a group's lambdas are scaled by log2(1 + sum) / sum, as LightGBM does.
 *
 * @see Burges (2010), From RankNet to LambdaRank to LambdaMART, MSR-TR-2010-82
 */
export function lambdaRank(rows: LabelledRows, options: CompleteTreeOptions): Objective {
  const groups = rows.groups!;
  const starts = groupStarts(groups);
  const gains = gainTable(rows.labels, options.labelGain);
  const largest = groups.reduce((most, size) => Math.max(most, size), 0);
  const { truncation, normaliseLambdas: normalise } = options;
  const terms: RankTerms = { discounts: discountTable(largest), truncation, normalise };
  const ranks = rankOrder(rows.rowCount);
  const ranked = rankedOf(largest);
  const ideal = Float64Array.from(groups, (size, group) =>
    idealDcg(gains.subarray(starts[group]!, starts[group]! + size), truncation),
  );

  function differentiateGroup(
    group: number,
    scores: Float64Array,
    gradient: Float64Array,
    hessian: Float64Array,
  ): void {
    const size = groups[group]!;
    const from = starts[group]!;
    ranks.sort(scores, from, size);
    const order = ranks.order.subarray(from, from + size);
    gather(ranked, order, gains, scores);
    const factor = ideal[group]! > 0 ? pullPairs(terms, ranked, size, 1 / ideal[group]!) : 0;
    for (let rank = 0; rank < size; rank++) {
      const row = order[rank]!;
      const weight = rows.weights ? rows.weights[row]! * factor : factor;
      gradient[row] = ranked.gradient[rank]! * weight;
      hessian[row] = ranked.hessian[rank]! * weight;
    }
  }
  return {
    base: 0,
    differentiate: (scores, gradient, hessian) => {
      for (let group = 0; group < groups.length; group++) differentiateGroup(group, scores, gradient, hessian);
    },
  };
}

const rankedOf = (size: number): Ranked => ({
  gain: new Float64Array(size),
  score: new Float64Array(size),
  strength: new Float64Array(size),
  gradient: new Float64Array(size),
  hessian: new Float64Array(size),
});

function gather(ranked: Ranked, order: Int32Array, gains: Float64Array, scores: Float64Array): void {
  const best = scores[order[0]!]!;
  for (let rank = 0; rank < order.length; rank++) {
    const score = scores[order[rank]!]!;
    ranked.gain[rank] = gains[order[rank]!]!;
    ranked.score[rank] = score;
    ranked.strength[rank] = Math.exp(Math.max(-300, score - best));
    ranked.gradient[rank] = 0;
    ranked.hessian[rank] = 0;
  }
}

/** Adds all pairs that count; returns the factor that normalises the group. */
function pullPairs(terms: RankTerms, ranked: Ranked, size: number, inverseIdeal: number): number {
  const isSpread = ranked.score[0] !== ranked.score[size - 1];
  const last = Math.min(size - 1, terms.truncation);
  let sum = 0;
  for (let rank = 0; rank < last; rank++)
    sum += pullFrom(rank, size, terms.discounts, ranked, inverseIdeal, terms.normalise && isSpread);
  return terms.normalise && sum > 0 ? Math.log2(1 + sum) / sum : 1;
}

/** Adds the pairs of one rank with all behind it; returns the sum of their lambdas, both sides counted. */
function pullFrom(
  rank: number,
  size: number,
  discounts: Float64Array,
  { gain, score, strength, gradient, hessian }: Ranked,
  inverseIdeal: number,
  byDistance: boolean,
): number {
  const [ownGain, ownScore, own, ownDiscount] = [gain[rank]!, score[rank]!, strength[rank]!, discounts[rank]!];
  let ownGradient = 0;
  let ownHessian = 0;
  let sum = 0;
  for (let j = rank + 1; j < size; j++) {
    const gap = ownGain - gain[j]!;
    const swap = (ownDiscount - discounts[j]!) * inverseIdeal;
    const distance = byDistance ? 0.01 + ownScore - score[j]! : 1;
    const theirs = strength[j]!;
    const both = own + theirs;
    // The pair is in the wrong order with the chance that the lower grade's strength has of both; one division for all.
    const scale = swap / (distance * both * both);
    const pull = (gap > 0 ? -theirs : -own) * gap * scale * both;
    const bend = Math.abs(gap) * own * theirs * scale;
    ownGradient += pull;
    ownHessian += bend;
    gradient[j]! -= pull;
    hessian[j]! += bend;
    sum += Math.abs(pull);
  }
  gradient[rank]! += ownGradient;
  hessian[rank]! += ownHessian;
  return 2 * sum;
}
