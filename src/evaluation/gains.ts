/** How many of the first k ranks a list has. */
export function ranksWithin(ranked: ArrayLike<unknown>, k = Infinity): number {
  return Math.min(ranked.length, k);
}

/** Relevant items (gain > 0) among the first k. */
export function countRelevant(gains: ArrayLike<number>, k?: number): number {
  const end = ranksWithin(gains, k);
  let count = 0;
  for (let i = 0; i < end; i++) if (gains[i]! > 0) count++;
  return count;
}

/** Discounted cumulative gain of the first k ranks: linear gain over log2(rank + 1), negative gains as 0. */
export function discountedGain(gains: ArrayLike<number>, k?: number): number {
  const end = ranksWithin(gains, k);
  let sum = 0;
  for (let i = 0; i < end; i++) if (gains[i]! > 0) sum += gains[i]! / Math.log2(i + 2);
  return sum;
}
