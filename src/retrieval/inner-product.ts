import { heapSelect } from "./heap-select.ts";

export interface ScoredItems {
  /** Item numbers, best first. */
  readonly items: Int32Array;
  readonly scores: Float32Array;
}

/**
 * The k items with the largest inner product with the query, exactly: every item is scored. Ties go to the smaller
 * item number; an item whose score is not a number is never returned, so fewer than k may come back.
 *
 * @param query        `factors` numbers
 * @param itemFactors  itemCount × factors, row-major
 * @param k            ≥ 0
 * @param options      `exclude`: items that must not be returned
 * @returns            about 0.25 ms for 10,000 items × 32 factors
 */
export function topByInnerProduct(
  query: Float32Array,
  itemFactors: Float32Array,
  factors: number,
  k: number,
  options: { readonly exclude?: ReadonlySet<number> } = {},
): ScoredItems {
  if (query.length !== factors) throw new Error(`the query has ${query.length} numbers, the items have ${factors}`);
  return heapSelect(innerProducts(query, itemFactors), k, options.exclude);
}

/** One score per row of `itemFactors`; four rows at a time, so that four sums run side by side. */
export function innerProducts(query: Float32Array, itemFactors: Float32Array): Float32Array {
  const factors = query.length;
  const itemCount = itemFactors.length / factors;
  const wide = Float64Array.from(query);
  const scores = new Float32Array(itemCount);
  let item = 0;
  for (; item + 3 < itemCount; item += 4) {
    const a = item * factors;
    const b = a + factors;
    const c = b + factors;
    const d = c + factors;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let f = 0; f < factors; f++) {
      const q = wide[f]!;
      s0 += q * itemFactors[a + f]!;
      s1 += q * itemFactors[b + f]!;
      s2 += q * itemFactors[c + f]!;
      s3 += q * itemFactors[d + f]!;
    }
    scores[item] = s0;
    scores[item + 1] = s1;
    scores[item + 2] = s2;
    scores[item + 3] = s3;
  }
  for (; item < itemCount; item++) {
    let sum = 0;
    for (let f = 0; f < factors; f++) sum += wide[f]! * itemFactors[item * factors + f]!;
    scores[item] = sum;
  }
  return scores;
}
