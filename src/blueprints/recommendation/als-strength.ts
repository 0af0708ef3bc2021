import type { Interactions } from "../../training/als/interactions.ts";

const confidence = 5;
const mostRegularisation = 50;
const mostShare = 0.25;
const rounds = 10;

/**
 * How much the collaborative retriever trusts a purchase and how much it is held back.
 *
 * A taste is learned only where its singular value in the matrix of confidences exceeds λ, so a λ that suits plenty of
 * purchases would learn nothing at all from few: it is at most a quarter of the largest singular value. Chosen on
 * earlier periods of real purchases; with less of it, the retriever falls below popularity.
 */
export function alsStrength(interactions: Interactions): { readonly alpha: number; readonly regularisation: number } {
  const largest = largestSingularValue(interactions, (value) => 1 + confidence * value);
  return { alpha: confidence, regularisation: Math.min(mostRegularisation, mostShare * largest) };
}

/** By power iteration from equal weights, which meets the largest direction of a matrix without negative entries. */
export function largestSingularValue(
  { userCount, itemCount, userIndex, itemIndex, value }: Interactions,
  entry: (value: number) => number,
): number {
  let items = new Float64Array(itemCount).fill(1 / Math.sqrt(itemCount));
  let length = 0;
  for (let round = 0; round < rounds; round++) {
    const users = new Float64Array(userCount);
    for (let i = 0; i < value.length; i++) users[userIndex[i]!]! += entry(value[i]!) * items[itemIndex[i]!]!;
    const next = new Float64Array(itemCount);
    for (let i = 0; i < value.length; i++) next[itemIndex[i]!]! += entry(value[i]!) * users[userIndex[i]!]!;
    length = Math.sqrt(next.reduce((sum, one) => sum + one * one, 0));
    items = next.map((one) => one / length);
  }
  return Math.sqrt(length);
}
