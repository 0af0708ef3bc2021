import { seededRandom, type Random } from "../../../kit/random.ts";
import { drawBasket } from "./baskets.ts";
import { attraction, examination, loggingPolicy, type LoggingPolicy } from "./lists.ts";
import { groceryLaw, worldParameters, type WorldOptions } from "./parameters.ts";
import {
  impressionColumns,
  oracleColumns,
  purchaseColumns,
  recordOracle,
  trimPurchases,
  visitColumns,
} from "./recorder.ts";
import { recordPurchase } from "./tills.ts";
import { fillProbabilities, makeTruth, weekOf, type Truth } from "./truth.ts";
import { planVisits, shoppingMillis, uploadDelayMillis } from "./visits.ts";
import type { GroceryWorld } from "./world.ts";

const { listLength, largestBasket } = groceryLaw;

/**
 * Simulates households that buy groceries, visit by visit in the order of time: a list is shown and clicked, then every
 * product is bought with its own true probability. The same options give the same world.
 *
 * @throws {Problem} `world/out-of-range`
 */
export function simulateGrocery(options: WorldOptions): GroceryWorld {
  const parameters = worldParameters(options);
  const random = seededRandom(parameters.seed).stream("grocery");
  const truth = makeTruth(parameters, random.stream("truth"));
  const planned = planVisits(parameters, truth.households, random.stream("visits"));
  const heldOut = planned.findIndex(({ startMillis }) => weekOf(parameters, startMillis) >= parameters.heldOutFromWeek);
  const blank: GroceryWorld = {
    truth,
    visits: visitColumns(planned),
    purchases: purchaseColumns(planned.length),
    impressions: impressionColumns(planned.length),
    oracle: oracleColumns(heldOut < 0 ? planned.length : heldOut, planned.length),
  };
  return { ...blank, purchases: trimPurchases(blank.purchases, shopAll(blank, random)) };
}

/** Lives through all visits, filling the columns; returns the number of purchases. */
function shopAll(world: GroceryWorld, random: Random): number {
  const { truth, visits, oracle } = world;
  const policy = loggingPolicy(truth);
  const memory = new Float64Array(truth.households.length * truth.catalogue.length).fill(-Infinity);
  const probabilities = new Float64Array(truth.catalogue.length);
  const streams = shoppingStreams(random);
  for (let visit = 0; visit < visits.household.length; visit++) {
    const bought = boughtBy(memory, truth, visits.household[visit]!);
    fillProbabilities(truth, visits.household[visit]!, visits.startMillis[visit]!, bought, probabilities);
    if (visit >= oracle.firstVisit) recordOracle(oracle, visit, probabilities);
    showList(world, visit, probabilities, policy, streams);
    shop(world, visit, probabilities, policy, streams);
    remember(world, visit, bought);
  }
  return visits.firstPurchase.at(-1)!;
}

interface ShoppingStreams {
  readonly lists: Random;
  readonly clicks: Random;
  readonly baskets: Random;
  readonly tills: Random;
}

function shoppingStreams(random: Random): ShoppingStreams {
  return {
    lists: random.stream("lists"),
    clicks: random.stream("clicks"),
    baskets: random.stream("baskets"),
    tills: random.stream("tills"),
  };
}

/** One household's row of last purchase times. */
function boughtBy(memory: Float64Array, truth: Truth, household: number): Float64Array {
  const products = truth.catalogue.length;
  return memory.subarray(household * products, (household + 1) * products);
}

function showList(
  { visits, impressions }: GroceryWorld,
  visit: number,
  probabilities: Float64Array,
  policy: LoggingPolicy,
  streams: ShoppingStreams,
): void {
  const shown = policy.show(visits.startMillis[visit]!, streams.lists);
  const first = visit * listLength;
  impressions.product.set(shown.products, first);
  impressions.propensity.set(shown.propensities, first);
  for (let k = 0; k < listLength; k++) {
    const attracted = attraction(probabilities[shown.products[k]!]!);
    impressions.attraction[first + k] = attracted;
    impressions.clicked[first + k] = streams.clicks.next() < examination(k + 1) * attracted ? 1 : 0;
    impressions.receivedMillis[first + k] = visits.startMillis[visit]! + 1000 * (1 + streams.clicks.int(20));
  }
}

const basket = new Int32Array(largestBasket);

function shop(
  world: GroceryWorld,
  visit: number,
  probabilities: Float64Array,
  policy: LoggingPolicy,
  streams: ShoppingStreams,
): void {
  const { truth, visits, purchases } = world;
  const count = drawBasket(probabilities, streams.baskets, basket);
  const first = visits.firstPurchase[visit]!;
  const week = weekOf(truth.parameters, visits.startMillis[visit]!);
  visits.firstPurchase[visit + 1] = first + count;
  visits.checkoutMillis[visit] = visits.startMillis[visit]! + shoppingMillis(count, streams.tills);
  visits.receivedMillis[visit] = visits.checkoutMillis[visit]! + uploadDelayMillis(streams.tills);
  for (let i = 0; i < count; i++) recordPurchase(truth, purchases, first + i, basket[i]!, week, streams.tills);
  policy.learn(basket.subarray(0, count), visits.receivedMillis[visit]!);
}

function remember({ visits, purchases }: GroceryWorld, visit: number, bought: Float64Array): void {
  for (let row = visits.firstPurchase[visit]!; row < visits.firstPurchase[visit + 1]!; row++) {
    bought[purchases.product[row]!] = visits.checkoutMillis[visit]!;
  }
}
