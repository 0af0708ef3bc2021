import { sumOfSteps, type Distribution } from "../../sizing/index.ts";

export interface StepBudget {
  readonly p50Seconds?: number | undefined;
  readonly p99Seconds: number;
}

/** What can be said of a percentile of steps that follow each other. */
export interface PercentileOfSum {
  /** Steps that are slow at the same time: their own percentiles add. */
  readonly additionSeconds: number;
  /** Steps that are slow independently of each other. */
  readonly independentSeconds: number;
  /** No path is faster than its slowest step. */
  readonly leastSeconds: number;
}

/** Median over p99 of a step that says only its p99: usual for a service that is not overloaded. */
const usualSpread = 1 / 3;

/** Percentile of the sum of steps, each log-normal through its p50 and p99. */
export function percentileOfSum(steps: readonly StepBudget[], percentile: number): PercentileOfSum {
  const times = steps.map(timeOf);
  const { addedSeconds, independentSeconds } = sumOfSteps(times, percentile);
  const alone = times.map((time) => sumOfSteps([time], percentile).addedSeconds);
  return { additionSeconds: addedSeconds, independentSeconds, leastSeconds: Math.max(...alone) };
}

function timeOf({ p50Seconds, p99Seconds }: StepBudget): Distribution {
  const median = p50Seconds ?? p99Seconds * usualSpread;
  if (median >= p99Seconds) return { kind: "deterministic", seconds: p99Seconds };
  return { kind: "lognormal", p50Seconds: median, p99Seconds };
}
