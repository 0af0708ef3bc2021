import { lambdaRank } from "./lambdarank.ts";
import type { CompleteTreeOptions } from "./options.ts";
import type { LabelledRows } from "./rows.ts";

/** A loss as trees see it: a constant to start from, and first and second derivatives at the scores so far. */
export interface Objective {
  /** The constant score that minimises the loss (0 where only differences count). */
  readonly base: number;
  /** Writes the derivatives of every row's loss by its score. */
  differentiate(scores: Float64Array, gradient: Float64Array, hessian: Float64Array): void;
}

/** The objective an option names, over rows that `checkTreeRows` accepted. */
export function objectiveFor(rows: LabelledRows, options: CompleteTreeOptions): Objective {
  switch (options.objective) {
    case "squared":
      return squared(rows);
    case "binary":
      return binary(rows);
    default:
      return lambdaRank(rows, options);
  }
}

function squared({ labels, weights }: LabelledRows): Objective {
  return {
    base: Math.fround(weightedMean(labels, weights)),
    differentiate: (scores, gradient, hessian) => {
      for (let i = 0; i < labels.length; i++) {
        const weight = weights ? weights[i]! : 1;
        gradient[i] = (scores[i]! - labels[i]!) * weight;
        hessian[i] = weight;
      }
    },
  };
}

/** Half a row away from certainty: labels that are all the same have no finite log-odds. */
const boundedShare = (share: number, count: number): number => Math.min(1 - 0.5 / count, Math.max(0.5 / count, share));

function binary({ labels, weights }: LabelledRows): Objective {
  const share = boundedShare(weightedMean(labels, weights), labels.length + 1);
  return {
    base: Math.fround(Math.log(share / (1 - share))),
    differentiate: (scores, gradient, hessian) => {
      for (let i = 0; i < labels.length; i++) {
        const weight = weights ? weights[i]! : 1;
        const probability = 1 / (1 + Math.exp(-scores[i]!));
        gradient[i] = (probability - labels[i]!) * weight;
        hessian[i] = probability * (1 - probability) * weight;
      }
    },
  };
}

function weightedMean(labels: Float32Array, weights: Float32Array | undefined): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < labels.length; i++) {
    const weight = weights ? weights[i]! : 1;
    sum += labels[i]! * weight;
    total += weight;
  }
  return sum / total;
}
