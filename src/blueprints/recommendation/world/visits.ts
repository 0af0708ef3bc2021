import type { Random } from "../../../kit/random.ts";
import type { Household } from "./households.ts";
import { DAY_MILLIS, WEEK_MILLIS, groceryLaw, type WorldParameters } from "./parameters.ts";

/** A household's way to the shop; the list is shown when it starts. */
export interface PlannedVisit {
  /** Index of the household. */
  readonly household: number;
  readonly startMillis: number;
  /** Index of the store. */
  readonly store: number;
}

const HOUR_MILLIS = 3_600_000;
const OPENS_HOUR = 6.5;
const CLOSES_HOUR = 22;
const SHARE_AT_HOME_STORE = 0.85;

/** All visits of all households in the order they start; at most one a day for each household. */
export function planVisits(
  parameters: WorldParameters,
  households: readonly Household[],
  random: Random,
): readonly PlannedVisit[] {
  const visits: PlannedVisit[] = [];
  const endMillis = parameters.startMillis + parameters.weeks * WEEK_MILLIS;
  households.forEach((household, index) => {
    const joinsMillis = parameters.startMillis + (household.joinsInWeek - 1) * WEEK_MILLIS;
    for (let dayMillis = joinsMillis; dayMillis < endMillis; dayMillis += DAY_MILLIS) {
      const weekday = new Date(dayMillis).getUTCDay();
      if (random.next() >= household.visitByWeekday[weekday]!) continue;
      visits.push({ household: index, ...planVisit(household, dayMillis, random) });
    }
  });
  return visits.sort((a, b) => a.startMillis - b.startMillis || a.household - b.household);
}

function planVisit(household: Household, dayMillis: number, random: Random) {
  const hour = Math.min(CLOSES_HOUR, Math.max(OPENS_HOUR, household.usualHour + 1.4 * random.normal()));
  const stays = random.next() < SHARE_AT_HOME_STORE;
  return {
    startMillis: dayMillis + Math.floor((hour * HOUR_MILLIS) / 1000) * 1000 + 1000 * random.int(900),
    store: stays ? household.homeStore : random.int(groceryLaw.stores),
  };
}

/** Seconds in the shop: a few minutes and about two for each item. */
export function shoppingMillis(items: number, random: Random): number {
  return 1000 * Math.round(240 + items * 110 * (0.6 + 0.8 * random.next()));
}

/**
 * Delay until a store's till is known, whole seconds in milliseconds: minutes for most, hours for every eighth, about a
 * day for every fortieth.
 */
export function uploadDelayMillis(random: Random): number {
  const kind = random.next();
  if (kind < 0.025) return 1000 * Math.round((20 + 10 * random.next()) * 3600);
  if (kind < 0.15) return 1000 * Math.round((1 + 7 * random.next()) * 3600);
  return 1000 * Math.round(60 + Math.min(3000, random.exponential(1 / 600)));
}
