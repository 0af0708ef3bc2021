import { normalQuantile } from "../../kit/normal.ts";

export interface SampleQuestion {
  /** Mean today. */
  readonly before: number;
  /** The mean that must be told apart from it. */
  readonly after: number;
  /** Variance of one unit under each. */
  readonly varianceBefore: number;
  readonly varianceAfter: number;
  /** Two-sided. */
  readonly significance: number;
  readonly power: number;
  /** Units of control for one of the smaller arm; 1 when the arms are equal. */
  readonly controlPerTreated: number;
}

/**
 * Units that the smaller arm needs so that a difference of means is seen (normal approximation, variances unpooled).
 *
 * @see Chow, Shao, Wang, Sample Size Calculations in Clinical Research (2008), §4.2
 */
export function requiredSample(question: SampleQuestion): number {
  const z = normalQuantile(1 - question.significance / 2) + normalQuantile(question.power);
  const variance = question.varianceAfter + question.varianceBefore / question.controlPerTreated;
  return (z * z * variance) / (question.after - question.before) ** 2;
}
