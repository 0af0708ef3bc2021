import type { Random } from "../../../kit/random.ts";
import type { Product } from "./catalogue.ts";
import { daysBetweenVisits, type Household } from "./households.ts";
import { DAY_MILLIS, WEEK_MILLIS, groceryLaw, type WorldParameters } from "./parameters.ts";

/** A product that a household buys again and again. */
export interface Habit {
  readonly product: number;
  /** Time after which it is half as likely as it ever gets. */
  readonly intervalMillis: number;
  /** Probability per visit once it is long overdue. */
  readonly strength: number;
  readonly fromMillis: number;
  readonly untilMillis: number;
  /** Last purchase before the simulation began. */
  readonly boughtMillis: number;
}

/** What a household wants while its taste lasts. */
export interface Taste {
  /** Probability per visit at regular price and mean season, for every product; habits come on top. */
  readonly weights: Float64Array;
  readonly habits: readonly Habit[];
}

/** A taste made from a latent position: weights over all products, and habits drawn from what the household likes. */
export function makeTaste(
  parameters: WorldParameters,
  catalogue: readonly Product[],
  household: Household,
  latent: Float64Array,
  random: Random,
): Taste {
  const likings = Float64Array.from(catalogue, (product) => liking(product, household, latent));
  const total = likings.reduce((sum, value) => sum + value, 0);
  const freeItems = (1 - groceryLaw.habitShare) * household.itemsPerVisit;
  return {
    weights: likings.map((value) => Math.min(0.5, (freeItems * value) / total)),
    habits: drawHabits(parameters, catalogue, household, likings, random),
  };
}

function liking(product: Product, household: Household, latent: Float64Array): number {
  let score = 0;
  for (let k = 0; k < latent.length; k++) score += latent[k]! * product.position[k]!;
  const thrift =
    product.brand === "Private" ? 0.3 * (household.priceSensitivity - groceryLaw.medianPriceSensitivity) : 0;
  return Math.exp(product.popularity + (groceryLaw.tasteStrength * score) / Math.sqrt(latent.length / 2) + thrift);
}

/** Habits until their purchases per visit reach the household's share, at most one per product. */
function drawHabits(
  parameters: WorldParameters,
  catalogue: readonly Product[],
  household: Household,
  likings: Float64Array,
  random: Random,
): Habit[] {
  const gapDays = daysBetweenVisits(household);
  const habits = new Map<number, Habit>();
  const order = weightedOrder(likings, random);
  let missing = groceryLaw.habitShare * household.itemsPerVisit;
  for (let next = 0; missing > 0 && next < Math.min(60, order.length); next++) {
    const habit = makeHabit(parameters, catalogue[order[next]!]!, order[next]!, random);
    const lasting = (habit.untilMillis - habit.fromMillis) / (parameters.weeks * WEEK_MILLIS);
    missing -= (Math.min(1, lasting) * gapDays) / (habit.intervalMillis / DAY_MILLIS + gapDays / habit.strength);
    habits.set(habit.product, habit);
  }
  return [...habits.values()];
}

function makeHabit(parameters: WorldParameters, product: Product, index: number, random: Random): Habit {
  const { shortest, longest } = groceryLaw.habitIntervalDays;
  const { weakest, strongest } = groceryLaw.habitStrength;
  const intervalMillis = shortest * Math.exp(random.next() * Math.log(longest / shortest)) * DAY_MILLIS;
  const endMillis = parameters.startMillis + parameters.weeks * WEEK_MILLIS;
  const onShelfMillis = parameters.startMillis + (product.entersInWeek - 1) * WEEK_MILLIS;
  const later = random.next() < groceryLaw.habitsBeginning ? random.next() * (endMillis - onShelfMillis) : 0;
  const isNew = product.entersInWeek > 1 ? random.next() * 4 * WEEK_MILLIS : 0;
  const fromMillis = onShelfMillis + Math.max(later, isNew);
  const ends = random.next() < groceryLaw.habitsEnding;
  return {
    product: index,
    intervalMillis,
    strength: weakest + (strongest - weakest) * random.next(),
    fromMillis,
    untilMillis: ends ? fromMillis + random.next() * (endMillis - fromMillis) : Infinity,
    boughtMillis: parameters.startMillis - 1.5 * random.next() * intervalMillis,
  };
}

/**
 * All indexes in the order of draws without replacement with probability proportional to weight.
 *
 * @see Efraimidis and Spirakis (2006), Information Processing Letters 97, 181–185
 */
function weightedOrder(weights: Float64Array, random: Random): Int32Array {
  const keys = weights.map((weight) => random.exponential(weight));
  return Int32Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]!);
}
