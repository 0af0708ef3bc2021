/** What one ranked list is judged by. A gain of 0 means not relevant; greater is better. */
export interface JudgedList {
  /** Gain of each ranked item, best rank first. */
  readonly gains: ArrayLike<number>;
  /** Gain of every relevant item of this list, ranked or not, in any order; zeros may be left out. */
  readonly idealGains: ArrayLike<number>;
}

/** What coverage is judged by: the lists of all requests together. */
export interface ShownLists {
  /** Number of each shown item, in [0, catalogueSize), best rank first; one array per list. */
  readonly lists: Iterable<ArrayLike<number>>;
  /** How many items could have been shown, ≥ 1. */
  readonly catalogueSize: number;
}

/** What a binary score is judged by; all arrays have one entry per row. */
export interface ScoredRows {
  /** Greater means more probably positive; a probability in [0, 1] where the metric says so. */
  readonly scores: ArrayLike<number>;
  /** 1 for positive, 0 for negative. */
  readonly labels: ArrayLike<number>;
}

/**
 * A metric with its whole definition. It is computed in exactly one of three ways: per list (and then averaged over
 * lists), over all lists together, or over scored rows.
 */
export interface Metric {
  /** As written in a design, without the cut-off: `ndcg` of `ndcg@10`. */
  readonly name: string;
  /** One precise sentence: gain, discount, ties, what is skipped. */
  readonly definition: string;
  readonly higherIsBetter: boolean;
  /**
   * @param k  only the first k ranks count; all of them when absent
   * @returns `undefined` where the list cannot be judged and is skipped, for instance nothing is relevant
   */
  perList?(list: JudgedList, k?: number): number | undefined;
  /** @returns a share of the catalogue, in [0, 1] */
  overLists?(shown: ShownLists, k?: number): number;
  /** @returns `undefined` where the rows do not define the metric, for instance all labels are equal */
  overRows?(rows: ScoredRows): number | undefined;
}

/** Checks that the metric is computed in exactly one way. */
export function defineMetric(metric: Metric): Metric {
  const ways = [metric.perList, metric.overLists, metric.overRows].filter((way) => way !== undefined);
  if (ways.length !== 1) throw new Error(`metric ${metric.name} is computed in ${ways.length} ways instead of one`);
  return Object.freeze(metric);
}
