import { bootstrapDifference, bootstrapMean } from "./bootstrap.ts";
import type { BootstrapOptions, DifferenceEstimate, Estimate } from "./bootstrap.ts";
import { listValues, type ListTruth, type RankerLists } from "./list-values.ts";
import { parseMetric } from "./parse-metric.ts";

export interface ComparisonOptions extends BootstrapOptions {
  /** As a design writes them, such as `ndcg@10`. */
  readonly metrics: readonly string[];
  /** Name of the ranker that the others are held against. */
  readonly baseline: string;
}

/** One ranker by one metric. */
export interface ComparisonRow {
  readonly metric: string;
  readonly ranker: string;
  readonly estimate: Estimate;
  /** Ranker − baseline on the same lists; `undefined` for the baseline itself. */
  readonly difference: DifferenceEstimate | undefined;
  /** Lists that the metric could not judge. */
  readonly skipped: number;
}

/**
 * Every ranker by every metric on the same lists, with intervals and paired differences to the baseline; rows are
 * ordered by metric, then by ranker. The rankers of one metric share their draws.
 *
 * @throws {Problem} `evaluation/unknown-metric`, `evaluation/bad-cutoff`, `evaluation/not-per-list`, `evaluation/no-lists`
 */
export function compareRankers(
  rankers: readonly RankerLists[],
  truth: ListTruth,
  options: ComparisonOptions,
): ComparisonRow[] {
  const against = rankers.findIndex((ranker) => ranker.name === options.baseline);
  if (against < 0) throw new Error(`no ranker is called ${options.baseline}`);
  return options.metrics.flatMap((metric) => compareBy(metric, rankers, against, truth, options));
}

function compareBy(
  text: string,
  rankers: readonly RankerLists[],
  against: number,
  truth: ListTruth,
  options: ComparisonOptions,
): ComparisonRow[] {
  const metric = parseMetric(text);
  const { values, units, skipped } = listValues(rankers, truth, metric);
  return rankers.map((ranker, at) => {
    const draws = { ...options, random: options.random.stream(metric.text) };
    const pair = { a: values[at]!, b: values[against]!, units };
    return {
      metric: metric.text,
      ranker: ranker.name,
      estimate: bootstrapMean({ values: values[at]!, units }, draws),
      difference: at === against ? undefined : bootstrapDifference(pair, draws),
      skipped,
    };
  });
}
