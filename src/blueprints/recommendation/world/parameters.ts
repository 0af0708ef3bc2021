import { Problem } from "../../../kit/problem.ts";

export const DAY_MILLIS = 86_400_000;
export const WEEK_MILLIS = 7 * DAY_MILLIS;

/** Changes put into a world on purpose, so that drift alarms and retraining can be judged. */
export interface Drift {
  /** Every regular price is multiplied by this factor, > 0; households buy less, each by its own price sensitivity. */
  readonly priceShock?: number;
  /** Share of households, 0 to 1, that get another taste and other habits. */
  readonly tasteShift?: number;
  /** First week of the change, counted from 1; without it, the first of the held-out weeks. */
  readonly fromWeek?: number;
}

export interface WorldOptions {
  readonly seed: number | string;
  readonly households?: number;
  readonly products?: number;
  readonly weeks?: number;
  /** Midnight UTC of the first day, epoch milliseconds. */
  readonly startMillis?: number;
  readonly drift?: Drift;
}

/** The size `npm start` runs on: about 290,000 transaction rows. */
export const standardSize = { households: 1500, products: 1000, weeks: 40 } as const;

/** How the simulated trade works; written to `truth/world.json` with every world. */
export const groceryLaw = {
  latentFactors: 8,
  segments: 6,
  stores: 20,
  /** Standard deviation of a household's taste score over products, in natural logarithms. */
  tasteStrength: 1.2,
  /** Popularity of the product at rank r of N is proportional to (r + popularityShift)^-popularityExponent. */
  popularityExponent: 0.9,
  popularityShift: 6,
  visitsPerWeek: 0.9,
  itemsPerVisit: 6.2,
  smallestBasket: 1,
  largestBasket: 15,
  /** Share of a basket that is habit; the rest follows taste and popularity. */
  habitShare: 0.45,
  habitIntervalDays: { shortest: 7, longest: 50 },
  habitStrength: { weakest: 0.15, strongest: 0.5 },
  /** Shares of habits that begin, and that end, at some moment within the simulated weeks. */
  habitsBeginning: 0.25,
  habitsEnding: 0.25,
  lateProducts: 0.12,
  lateHouseholds: 0.2,
  promotedShare: 0.09,
  /** Price cut of each promotion level; level 0 is the regular price. */
  promotionCuts: [0, 0.15, 0.25, 0.35],
  medianPriceSensitivity: 1.2,
  largestProbability: 0.95,
  listLength: 10,
  popularityWindowDays: 28,
  /** Logging policy: each position keeps its popular product, or shows one of the next, or one of all others. */
  keepShare: 0.8,
  nearShare: 0.15,
  nearProducts: 50,
  farShare: 0.05,
  /** Examination of position k (from 1) is k^-examinationDecay. */
  examinationDecay: 0.8,
  attraction: { floor: 0.02, height: 0.78, halfAtProbability: 0.12 },
  heldOutShare: 0.25,
  oracleLength: 20,
} as const;

/** Everything a world was made from, defaults filled in. */
export interface WorldParameters {
  readonly seed: number | string;
  readonly households: number;
  readonly products: number;
  readonly weeks: number;
  readonly startMillis: number;
  /** The oracle covers visits from this week on, counted from 1. */
  readonly heldOutFromWeek: number;
  readonly drift: Required<Drift>;
}

/**
 * Fills in what was left out and refuses what cannot be simulated.
 *
 * @throws {Problem} `world/out-of-range`
 */
export function worldParameters(options: WorldOptions): WorldParameters {
  const { households, products, weeks } = { ...standardSize, ...options };
  const startMillis = options.startMillis ?? Date.UTC(2024, 0, 1);
  demand(Number.isInteger(households) && households >= 1, `${households} households`, "set households to 1 or more");
  demand(Number.isInteger(products) && products >= 100, `${products} products`, "set products to 100 or more");
  demand(Number.isInteger(weeks) && weeks >= 4, `${weeks} weeks`, "set weeks to 4 or more");
  const aligned = Number.isInteger(startMillis) && startMillis % DAY_MILLIS === 0;
  demand(aligned, `a start at ${startMillis} ms`, "start at midnight UTC");
  const heldOutFromWeek = weeks - Math.round(weeks * groceryLaw.heldOutShare) + 1;
  const drift = driftOf(options.drift ?? {}, heldOutFromWeek);
  return { seed: options.seed, households, products, weeks, startMillis, heldOutFromWeek, drift };
}

function driftOf(wanted: Drift, heldOutFromWeek: number): Required<Drift> {
  const { priceShock = 1, tasteShift = 0, fromWeek = heldOutFromWeek } = wanted;
  demand(priceShock > 0 && priceShock < 100, `a price shock of ${priceShock}`, "give a factor between 0 and 100");
  demand(tasteShift >= 0 && tasteShift <= 1, `a taste shift of ${tasteShift}`, "give a share from 0 to 1");
  demand(Number.isInteger(fromWeek) && fromWeek >= 1, `drift from week ${fromWeek}`, "count weeks from 1");
  return { priceShock, tasteShift, fromWeek };
}

function demand(holds: boolean, found: string, fix: string): void {
  if (holds) return;
  throw new Problem({ code: "world/out-of-range", found: `The grocery world cannot be made with ${found}.`, fix });
}
