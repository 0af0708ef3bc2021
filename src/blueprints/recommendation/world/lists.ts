import type { Random } from "../../../kit/random.ts";
import { DAY_MILLIS, groceryLaw } from "./parameters.ts";
import type { Truth } from "./truth.ts";

/** One shown list: products in order, and for each the probability that the policy puts it at its position. */
export interface ShownList {
  readonly products: Int32Array;
  readonly propensities: Float64Array;
}

/** The policy that shows lists while the log is made: popular products, each position now and then given away. */
export interface LoggingPolicy {
  /** A till with these products becomes known. */
  learn(products: Int32Array, knownMillis: number): void;
  /** Lists must be asked for in the order of time; a day's lists see the tills known before its midnight. */
  show(timeMillis: number, random: Random): ShownList;
}

/**
 * Every position keeps its popular product with probability `keepShare`; else it shows one of the next `nearProducts`
 * in popularity (`nearShare`) or one of all others on the shelf (`farShare`), drawn without repeating itself. By
 * symmetry each product of a pool has propensity share / size of the pool at every position.
 */
export function loggingPolicy(truth: Truth): LoggingPolicy {
  const { startMillis } = truth.parameters;
  const knownByDay = new Map<number, Float64Array>();
  let today = -1;
  let ranked: Int32Array = new Int32Array(0);
  return {
    learn(products, knownMillis) {
      const day = Math.floor((knownMillis - startMillis) / DAY_MILLIS);
      const counts = knownByDay.get(day) ?? new Float64Array(truth.catalogue.length);
      for (const product of products) counts[product]! += 1;
      knownByDay.set(day, counts);
    },
    show(timeMillis, random) {
      const day = Math.floor((timeMillis - startMillis) / DAY_MILLIS);
      if (day !== today) ranked = rankByPopularity(truth, knownByDay, day);
      today = day;
      return drawList(ranked, random);
    },
  };
}

/** Products on the shelf by purchases known in the days before, ties in the catalogue's order. */
function rankByPopularity(truth: Truth, knownByDay: ReadonlyMap<number, Float64Array>, day: number): Int32Array {
  const counts = new Float64Array(truth.catalogue.length);
  for (let past = day - groceryLaw.popularityWindowDays; past < day; past++) {
    knownByDay.get(past)?.forEach((count, product) => (counts[product]! += count));
  }
  const week = Math.floor(day / 7) + 1;
  const onShelf = [...counts.keys()].filter((product) => truth.catalogue[product]!.entersInWeek <= week);
  return Int32Array.from(onShelf.sort((a, b) => counts[b]! - counts[a]! || a - b));
}

function drawList(ranked: Int32Array, random: Random): ShownList {
  const { listLength, keepShare, nearShare, farShare, nearProducts } = groceryLaw;
  const near = ranked.subarray(listLength, listLength + nearProducts);
  const far = ranked.subarray(listLength + nearProducts);
  const products = new Int32Array(listLength).fill(-1);
  const propensities = new Float64Array(listLength);
  for (let k = 0; k < listLength; k++) {
    const kind = random.next();
    const pool = kind < keepShare ? undefined : kind < keepShare + nearShare ? near : far;
    products[k] = pool ? drawUnseen(pool, products, random) : ranked[k]!;
    propensities[k] = pool ? (pool === near ? nearShare : farShare) / pool.length : keepShare;
  }
  return { products, propensities };
}

function drawUnseen(pool: Int32Array, shown: Int32Array, random: Random): number {
  for (;;) {
    const product = pool[random.int(pool.length)]!;
    if (!shown.includes(product)) return product;
  }
}

/** Probability that a household looks at a position, counted from 1; independent of what is there. */
export function examination(position: number): number {
  return Math.exp(-groceryLaw.examinationDecay * Math.log(position));
}

/** Probability that a household clicks a product it looks at, from its probability of buying it on this visit. */
export function attraction(purchaseProbability: number): number {
  const { floor, height, halfAtProbability } = groceryLaw.attraction;
  return floor + (height * purchaseProbability) / (purchaseProbability + halfAtProbability);
}
