import type { Random } from "../../../kit/random.ts";
import { attraction, examination } from "./lists.ts";
import { fillProbabilities, type Truth } from "./truth.ts";
import type { GroceryWorld } from "./world.ts";

/**
 * How a simulated household answers a list: it looks at each position with the examination probability, and clicks
 * what it looks at with the product's attraction. Products the world does not know are never clicked.
 *
 * @param household   id as in the files
 * @param products    ids as in the files, first position first
 * @param timeMillis  what the household bought before counts; later purchases do not
 * @returns 1 for a click, 0 for none, by position
 */
export function respondToList(
  world: GroceryWorld,
  household: string,
  products: readonly string[],
  timeMillis: number,
  random: Random,
): number[] {
  const probabilities = purchaseProbabilities(world, household, timeMillis);
  const { productIndexes } = indexesOf(world.truth);
  return products.map((id, k) => {
    const uniform = random.next();
    const product = productIndexes.get(id);
    if (product === undefined) return 0;
    return uniform < examination(k + 1) * attraction(probabilities[product]!) ? 1 : 0;
  });
}

/**
 * True probability that a household buys each product if it shops at a moment, before the basket's size is bounded.
 *
 * @param household  id as in the files
 * @returns by index into `truth.catalogue`
 */
export function purchaseProbabilities(world: GroceryWorld, household: string, timeMillis: number): Float64Array {
  const index = indexesOf(world.truth).householdIndexes.get(household);
  if (index === undefined) throw new Error(`The grocery world has no household ${household}.`);
  const probabilities = new Float64Array(world.truth.catalogue.length);
  fillProbabilities(world.truth, index, timeMillis, boughtBefore(world, index, timeMillis), probabilities);
  return probabilities;
}

/** By product: the household's last purchase before a moment, -Infinity for never. */
function boughtBefore(world: GroceryWorld, household: number, timeMillis: number): Float64Array {
  const { truth, visits, purchases } = world;
  const bought = new Float64Array(truth.catalogue.length).fill(-Infinity);
  for (const visit of visitsBy(world)[household]!) {
    if (visits.checkoutMillis[visit]! >= timeMillis) break;
    for (let row = visits.firstPurchase[visit]!; row < visits.firstPurchase[visit + 1]!; row++) {
      bought[purchases.product[row]!] = visits.checkoutMillis[visit]!;
    }
  }
  return bought;
}

const visitsByWorld = new WeakMap<GroceryWorld, readonly (readonly number[])[]>();

function visitsBy(world: GroceryWorld): readonly (readonly number[])[] {
  let lists = visitsByWorld.get(world);
  if (!lists) {
    const fresh: number[][] = world.truth.households.map(() => []);
    world.visits.household.forEach((household, visit) => fresh[household]!.push(visit));
    visitsByWorld.set(world, (lists = fresh));
  }
  return lists;
}

interface Indexes {
  readonly productIndexes: ReadonlyMap<string, number>;
  readonly householdIndexes: ReadonlyMap<string, number>;
}

const indexesByTruth = new WeakMap<Truth, Indexes>();

function indexesOf(truth: Truth): Indexes {
  let indexes = indexesByTruth.get(truth);
  if (!indexes) {
    indexes = { productIndexes: indexById(truth.catalogue), householdIndexes: indexById(truth.households) };
    indexesByTruth.set(truth, indexes);
  }
  return indexes;
}

const indexById = (list: readonly { readonly id: string }[]): ReadonlyMap<string, number> =>
  new Map(list.map(({ id }, index) => [id, index]));
