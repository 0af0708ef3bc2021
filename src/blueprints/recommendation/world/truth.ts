import type { Random } from "../../../kit/random.ts";
import { gaussian, makeCatalogue, type Product } from "./catalogue.ts";
import { drawTaste, makeHouseholds, type Household } from "./households.ts";
import { WEEK_MILLIS, groceryLaw, type WorldParameters } from "./parameters.ts";
import { makeCalendar, priceFactor, type Calendar } from "./seasons.ts";
import { makeTaste, type Taste } from "./tastes.ts";

/** Everything that decides what is bought, before anybody shops. */
export interface Truth {
  readonly parameters: WorldParameters;
  readonly catalogue: readonly Product[];
  readonly households: readonly Household[];
  readonly calendar: Calendar;
  /** By household. */
  readonly tastes: readonly Taste[];
  /** By household; present for those whose taste the drift changes. */
  readonly laterTastes: readonly (Taste | undefined)[];
}

/** Draws a truth; each part has its own stream, so that drift leaves all else as it was. */
export function makeTruth(parameters: WorldParameters, random: Random): Truth {
  const catalogue = makeCatalogue(parameters, random.stream("catalogue"));
  const households = makeHouseholds(parameters, random.stream("households"));
  const wants = random.stream("wants");
  return {
    parameters,
    catalogue,
    households,
    calendar: makeCalendar(parameters, catalogue, random.stream("calendar")),
    tastes: households.map((household) => makeTaste(parameters, catalogue, household, household.taste, wants)),
    laterTastes: shiftTastes(parameters, catalogue, households, random.stream("taste shift")),
  };
}

function shiftTastes(
  parameters: WorldParameters,
  catalogue: readonly Product[],
  households: readonly Household[],
  random: Random,
): (Taste | undefined)[] {
  const segments = Array.from({ length: groceryLaw.segments }, () => gaussian(random, 0.7));
  return households.map((household) =>
    random.next() < parameters.drift.tasteShift
      ? makeTaste(parameters, catalogue, household, drawTaste(segments, random), random)
      : undefined,
  );
}

/** Week of a moment, counted from 1; moments outside the simulation belong to its first or last week. */
export function weekOf(parameters: WorldParameters, timeMillis: number): number {
  const week = Math.floor((timeMillis - parameters.startMillis) / WEEK_MILLIS) + 1;
  return Math.min(parameters.weeks, Math.max(1, week));
}

/**
 * Probability of every product to be in the basket when a household shops at a moment, before the basket's size is
 * bounded: (taste + habit) × season × price effect, cut at `largestProbability`.
 *
 * @param household     index
 * @param boughtMillis  by product, when this household last bought it; -Infinity for never
 * @param into          receives one probability per product
 */
export function fillProbabilities(
  truth: Truth,
  household: number,
  timeMillis: number,
  boughtMillis: ArrayLike<number>,
  into: Float64Array,
): void {
  const { parameters, calendar } = truth;
  const week = weekOf(parameters, timeMillis);
  const row = (week - 1) * into.length;
  const priceEffects = priceEffectByPromotion(truth, household, week);
  const taste = tasteOf(truth, household, week);
  into.set(taste.weights);
  addHabits(taste, timeMillis, boughtMillis, into);
  for (let i = 0; i < into.length; i++) {
    const wanted = into[i]! * calendar.demand[row + i]! * priceEffects[calendar.promotion[row + i]!]!;
    into[i] = wanted < groceryLaw.largestProbability ? wanted : groceryLaw.largestProbability;
  }
}

function tasteOf(truth: Truth, household: number, week: number): Taste {
  const later = week >= truth.parameters.drift.fromWeek ? truth.laterTastes[household] : undefined;
  return later ?? truth.tastes[household]!;
}

/** A habit wakes as the time since the last purchase grows: half of its strength after one interval. */
function addHabits(taste: Taste, timeMillis: number, boughtMillis: ArrayLike<number>, into: Float64Array): void {
  for (const habit of taste.habits) {
    if (timeMillis < habit.fromMillis || timeMillis >= habit.untilMillis) continue;
    const sinceMillis = timeMillis - Math.max(habit.boughtMillis, boughtMillis[habit.product]!);
    const intervals = Math.max(0, sinceMillis / habit.intervalMillis);
    into[habit.product]! += habit.strength * (1 - Math.exp(-Math.LN2 * intervals * intervals * intervals));
  }
}

function priceEffectByPromotion(truth: Truth, household: number, week: number): Float64Array {
  const { priceSensitivity } = truth.households[household]!;
  const shock = priceFactor(truth.parameters, week);
  return Float64Array.from(groceryLaw.promotionCuts, (cut) =>
    Math.exp(-priceSensitivity * Math.log(shock * (1 - cut))),
  );
}
