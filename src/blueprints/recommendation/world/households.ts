import type { Random } from "../../../kit/random.ts";
import { gaussian } from "./catalogue.ts";
import { groceryLaw, type WorldParameters } from "./parameters.ts";

/** One household: when and where it shops, and what only the world knows of it. */
export interface Household {
  readonly id: string;
  /** Index of the store it mostly goes to. */
  readonly homeStore: number;
  /** First week with visits, counted from 1. */
  readonly joinsInWeek: number;
  /** Probability of a visit on each day of the week, Sunday first. */
  readonly visitByWeekday: Float64Array;
  /** Usual hour of the visit's start, UTC, with a fraction. */
  readonly usualHour: number;
  /** Truth: mean size of a basket at regular prices and mean season. */
  readonly itemsPerVisit: number;
  /** Truth: demand is proportional to price^-priceSensitivity. */
  readonly priceSensitivity: number;
  /** Truth: latent taste, `latentFactors` numbers. */
  readonly taste: Float64Array;
}

/** Sunday first; adds up to 1. */
const WEEKDAY_SHARES = [0.19, 0.14, 0.12, 0.12, 0.12, 0.14, 0.17];
const USUAL_HOURS = [10, 14.5, 17.5, 19];
const BUSIEST_DAY = 0.9;

/** The households of the world; their tastes gather around a few segments. */
export function makeHouseholds(parameters: WorldParameters, random: Random): readonly Household[] {
  const segmentTastes = random.stream("segments");
  const segments = Array.from({ length: groceryLaw.segments }, () => gaussian(segmentTastes, 0.7));
  const tastes = random.stream("tastes");
  const rhythms = random.stream("rhythms");
  return Array.from({ length: parameters.households }, (_, index) => ({
    id: String(index + 1),
    ...rhythm(parameters, rhythms),
    itemsPerVisit: Math.min(11, groceryLaw.itemsPerVisit * Math.exp(0.35 * tastes.normal() - 0.06)),
    priceSensitivity: groceryLaw.medianPriceSensitivity * Math.exp(0.4 * tastes.normal()),
    taste: drawTaste(segments, tastes),
  }));
}

/** A taste near the middle of a segment drawn at random. */
export function drawTaste(segments: readonly Float64Array[], random: Random): Float64Array {
  const middle = segments[random.int(segments.length)]!;
  return middle.map((mean) => mean + 0.7 * random.normal());
}

/** Mean days between two visits of a household. */
export function daysBetweenVisits(household: Household): number {
  return 7 / household.visitByWeekday.reduce((sum, share) => sum + share, 0);
}

function rhythm(parameters: WorldParameters, random: Random) {
  const visitsPerWeek = Math.max(0.3, (groceryLaw.visitsPerWeek * random.gamma(3)) / 3);
  const leanings = WEEKDAY_SHARES.map((share) => share * random.gamma(2));
  const total = leanings.reduce((sum, leaning) => sum + leaning, 0);
  const joinsLate = random.next() < groceryLaw.lateHouseholds;
  return {
    homeStore: random.int(groceryLaw.stores),
    joinsInWeek: joinsLate ? 2 + random.int(Math.ceil(parameters.weeks * 0.7)) : 1,
    visitByWeekday: Float64Array.from(leanings, (leaning) => Math.min(BUSIEST_DAY, (visitsPerWeek * leaning) / total)),
    usualHour: USUAL_HOURS[random.int(USUAL_HOURS.length)]! + 0.8 * random.normal(),
  };
}
