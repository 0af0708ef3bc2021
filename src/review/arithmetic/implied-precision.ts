/**
 * Precision of a classifier that keeps its recall and false-positive rate, by Bayes' rule.
 *
 * @param prevalence  share of positives, in (0, 1)
 * @example impliedPrecision(0.003, 0.95, 0.03) // => 0.087
 */
export function impliedPrecision(prevalence: number, recall: number, falsePositiveRate: number): number {
  const found = prevalence * recall;
  return found / (found + (1 - prevalence) * falsePositiveRate);
}
