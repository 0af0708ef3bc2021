import { Problem } from "../kit/problem.ts";
import type { NamedMetric } from "./parse-metric.ts";

/** What one ranker showed on every list; all rankers of a comparison have the same lists in the same order. */
export interface RankerLists {
  readonly name: string;
  /** Per list: the gain of each ranked item, best rank first. */
  readonly gainsPerList: readonly ArrayLike<number>[];
}

/** What is known about the lists, whoever ranked them. */
export interface ListTruth {
  /** Per list: the gain of every relevant item. */
  readonly idealGainsPerList: readonly ArrayLike<number>[];
  /** Per list: the unit of decision it belongs to (household, reader), as any whole number. */
  readonly units: ArrayLike<number>;
}

/** Values of several rankers on those lists that could be judged, in one order. */
export interface JudgedValues {
  /** One array per ranker. */
  readonly values: readonly Float64Array[];
  readonly units: Float64Array;
  /** Lists that the metric skips. */
  readonly skipped: number;
}

/**
 * A per-list metric for every ranker on every list.
 *
 * @throws {Problem} `evaluation/not-per-list` for a metric that is not an average over lists
 */
export function listValues(rankers: readonly RankerLists[], truth: ListTruth, named: NamedMetric): JudgedValues {
  const perRanker = rankers.map((ranker) => valuesOf(ranker, truth, named));
  const kept = Array.from(truth.units, (_, list) => list).filter((list) =>
    perRanker.every((values) => values[list] !== undefined),
  );
  return {
    values: perRanker.map((values) => Float64Array.from(kept, (list) => values[list]!)),
    units: Float64Array.from(kept, (list) => truth.units[list]!),
    skipped: truth.units.length - kept.length,
  };
}

function valuesOf(ranker: RankerLists, truth: ListTruth, { metric, k, text }: NamedMetric): (number | undefined)[] {
  const { idealGainsPerList, units } = truth;
  if (!metric.perList) throw notPerList(text);
  for (const lists of [ranker.gainsPerList, idealGainsPerList]) {
    if (lists.length !== units.length) throw new Error(`${ranker.name}: ${lists.length} lists, ${units.length} units`);
  }
  return ranker.gainsPerList.map((gains, list) => metric.perList!({ gains, idealGains: idealGainsPerList[list]! }, k));
}

function notPerList(text: string): Problem {
  return new Problem({
    code: "evaluation/not-per-list",
    found: `\`${text}\` is not an average over lists, so rankers cannot be compared by it with an interval.`,
    fix: "compare rankers by a metric of single lists, such as `ndcg@10`",
  });
}
