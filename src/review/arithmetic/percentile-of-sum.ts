import { normalQuantile } from "../../kit/normal.ts";

export interface StepBudget {
  readonly p50Millis?: number | undefined;
  readonly p99Millis: number;
}

/** What can be said of a percentile of steps that follow each other. */
export interface PercentileOfSum {
  /** Steps that are slow at the same time: the budgets simply add. */
  readonly additionMillis: number;
  /** Steps that are slow independently of each other. */
  readonly independentMillis: number;
  /** No path is faster than its slowest step. */
  readonly leastMillis: number;
}

/** Median over p99 of a step that says only its p99; a usual spread of a service that is not overloaded. */
const usualSpread = 1 / 3;

/**
 * Percentile of the sum of steps. Each step is taken as log-normal through its p50 and p99; independent ones are summed
 * by matching mean and variance.
 *
 * @param percentile  in (0.5, 1)
 * @see Fenton, The Sum of Log-Normal Probability Distributions in Scatter Transmission Systems (1960), IRE Trans. CS-8
 */
export function percentileOfSum(steps: readonly StepBudget[], percentile: number): PercentileOfSum {
  const shapes = steps.map(shapeOf);
  const at = shapes.map(({ mu, sigma }) => Math.exp(mu + sigma * normalQuantile(percentile)));
  const mean = sum(shapes.map(({ mu, sigma }) => Math.exp(mu + (sigma * sigma) / 2)));
  const variance = sum(shapes.map(({ mu, sigma }) => Math.expm1(sigma * sigma) * Math.exp(2 * mu + sigma * sigma)));
  const spread = Math.log1p(variance / (mean * mean));
  const independent = Math.exp(Math.log(mean) - spread / 2 + Math.sqrt(spread) * normalQuantile(percentile));
  return { additionMillis: sum(at), independentMillis: independent, leastMillis: Math.max(0, ...at) };
}

function shapeOf({ p50Millis, p99Millis }: StepBudget): { mu: number; sigma: number } {
  const median = Math.min(p50Millis ?? p99Millis * usualSpread, p99Millis);
  return { mu: Math.log(median), sigma: Math.log(p99Millis / median) / normalQuantile(0.99) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
