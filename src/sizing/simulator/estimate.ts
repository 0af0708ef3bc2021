import type { Interval } from "../../kit/interval.ts";
import { studentQuantile } from "../../kit/student.ts";

/** A number from several replications: their mean, and Student's interval around it. */
export interface Estimate {
  readonly value: number;
  /** From −Infinity to Infinity with one replication. */
  readonly interval: Interval;
}

/** Replications are independent, so Student's t over them holds however dependent the requests of one are. */
export function estimate(values: readonly number[], confidence: number): Estimate {
  const n = values.length;
  const value = values.reduce((sum, each) => sum + each, 0) / n;
  if (n === 1) return { value, interval: { low: -Infinity, high: Infinity, confidence } };
  const variance = values.reduce((sum, each) => sum + (each - value) ** 2, 0) / (n - 1);
  const half = studentQuantile((1 + confidence) / 2, n - 1) * Math.sqrt(variance / n);
  return { value, interval: { low: value - half, high: value + half, confidence } };
}
