import type { Random } from "../../../kit/random.ts";
import type { Product } from "./catalogue.ts";
import { departments } from "./departments.ts";
import { DAY_MILLIS, WEEK_MILLIS, groceryLaw, type WorldParameters } from "./parameters.ts";

/** What changes from week to week for everybody. Row w − 1 (length = products) belongs to week w. */
export interface Calendar {
  /** Factor on demand: season of the department, 0 before a product is on the shelf. */
  readonly demand: Float64Array;
  /** Index into `promotionCuts`. */
  readonly promotion: Uint8Array;
  /** Price at the till before coupons, US cents. */
  readonly shelfCents: Int32Array;
  /** Price cut included in `shelfCents`, US cents. */
  readonly cutCents: Int32Array;
}

const YEAR_MILLIS = 365.25 * DAY_MILLIS;

/** Seasons, arrivals of products, promotions and prices of all weeks. */
export function makeCalendar(parameters: WorldParameters, catalogue: readonly Product[], random: Random): Calendar {
  const cells = parameters.weeks * catalogue.length;
  const calendar: Calendar = {
    demand: new Float64Array(cells),
    promotion: planPromotions(parameters, catalogue.length, random.stream("promotions")),
    shelfCents: new Int32Array(cells),
    cutCents: new Int32Array(cells),
  };
  const peaks = departments.map(() => random.next());
  for (let week = 1; week <= parameters.weeks; week++) fillWeek(calendar, parameters, catalogue, peaks, week);
  return calendar;
}

function fillWeek(
  calendar: Calendar,
  parameters: WorldParameters,
  catalogue: readonly Product[],
  peaks: readonly number[],
  week: number,
): void {
  const yearsSince1970 = (parameters.startMillis + (week - 1) * WEEK_MILLIS) / YEAR_MILLIS;
  const season = departments.map(({ seasonSwing }, department) =>
    Math.exp(seasonSwing * Math.cos(2 * Math.PI * (yearsSince1970 - peaks[department]!))),
  );
  const shock = priceFactor(parameters, week);
  catalogue.forEach((product, index) => {
    const cell = (week - 1) * catalogue.length + index;
    const regularCents = Math.round(product.priceCents * shock);
    const cut = groceryLaw.promotionCuts[calendar.promotion[cell]!]!;
    calendar.demand[cell] = week < product.entersInWeek ? 0 : season[product.department]!;
    calendar.cutCents[cell] = Math.round(regularCents * cut);
    calendar.shelfCents[cell] = regularCents - calendar.cutCents[cell]!;
  });
}

/** Factor on every regular price in a week: 1, or the price shock once it has come. */
export function priceFactor(parameters: WorldParameters, week: number): number {
  return week >= parameters.drift.fromWeek ? parameters.drift.priceShock : 1;
}

/** Each promotion lasts one or two weeks. */
function planPromotions(parameters: WorldParameters, products: number, random: Random): Uint8Array {
  const levels = new Uint8Array(parameters.weeks * products);
  const startRate = groceryLaw.promotedShare / 1.5;
  for (let cell = 0; cell < levels.length; cell++) {
    if (random.next() >= startRate) continue;
    const level = 1 + random.int(groceryLaw.promotionCuts.length - 1);
    levels[cell] = level;
    if (random.next() < 0.5 && cell + products < levels.length) levels[cell + products] = level;
  }
  return levels;
}
