import type { Random } from "../../../kit/random.ts";
import { groceryLaw } from "./parameters.ts";

const { smallestBasket, largestBasket } = groceryLaw;

/**
 * Buys every product independently with its own probability, again and again until the basket's size is within bounds.
 *
 * @param into  receives the indexes of what was bought, ascending; at least `largestBasket` long
 * @returns the number of products bought
 */
export function drawBasket(probabilities: Float64Array, random: Random, into: Int32Array): number {
  for (;;) {
    let count = 0;
    for (let i = 0; i < probabilities.length; i++) {
      if (random.next() >= probabilities[i]!) continue;
      if (count < largestBasket) into[count] = i;
      count++;
    }
    if (count >= smallestBasket && count <= largestBasket) return count;
  }
}

/** What is true of one visit's basket once its size is within bounds. */
export interface BoundedBasket {
  readonly expectedItems: number;
  /** By chosen product: probability to be in the basket. Keeps the order of the probabilities it starts from. */
  readonly probabilities: Float64Array;
}

/**
 * Conditions independent purchases on a basket size within bounds. Sizes without one of the chosen products are built
 * up from the products not chosen, because taking a likely product out of the whole distribution loses all digits.
 *
 * @param probabilities  of every product, before bounds
 * @param chosen         indexes of the products asked for
 */
export function boundBasket(probabilities: Float64Array, chosen: Int32Array): BoundedBasket {
  const rest = probabilities.slice();
  for (const product of chosen) rest[product] = 0;
  const unchosen = sizesOf(rest);
  const wanted = Float64Array.from(chosen, (product) => probabilities[product]!);
  const all = sizesOf(wanted, unchosen);
  const allowed = share(all, smallestBasket, largestBasket);
  return {
    expectedItems: all.reduce((sum, part, size) => (size < smallestBasket ? sum : sum + size * part), 0) / allowed,
    probabilities: wanted.map((p, index) => {
      const others = sizesOf(wanted.with(index, 0), unchosen);
      return (p * share(others, smallestBasket - 1, largestBasket - 1)) / allowed;
    }),
  };
}

const sizeOfNothing = Float64Array.from({ length: largestBasket + 1 }, (_, size) => (size === 0 ? 1 : 0));

/** Poisson-binomial shares of the sizes 0 to `largestBasket`, for further products on top of `before`. */
function sizesOf(probabilities: Float64Array, before: Float64Array = sizeOfNothing): Float64Array {
  const sizes = before.slice();
  for (const p of probabilities) {
    if (p === 0) continue;
    for (let k = largestBasket; k > 0; k--) sizes[k] = sizes[k]! * (1 - p) + sizes[k - 1]! * p;
    sizes[0]! *= 1 - p;
  }
  return sizes;
}

const share = (sizes: Float64Array, from: number, to: number): number =>
  sizes.subarray(from, to + 1).reduce((sum, part) => sum + part, 0);
