import { boundBasket } from "./baskets.ts";
import { groceryLaw } from "./parameters.ts";
import type { PlannedVisit } from "./visits.ts";
import type { Impressions, Oracle, Purchases, Visits } from "./world.ts";

const { largestBasket, listLength, oracleLength } = groceryLaw;

/** Empty columns for planned visits. */
export function visitColumns(planned: readonly PlannedVisit[]): Visits {
  return {
    household: Int32Array.from(planned, ({ household }) => household),
    store: Int32Array.from(planned, ({ store }) => store),
    startMillis: Float64Array.from(planned, ({ startMillis }) => startMillis),
    checkoutMillis: new Float64Array(planned.length),
    receivedMillis: new Float64Array(planned.length),
    firstPurchase: new Int32Array(planned.length + 1),
  };
}

/** Room for the largest basket of every visit. */
export function purchaseColumns(visits: number): Purchases {
  const rows = visits * largestBasket;
  return {
    product: new Int32Array(rows),
    quantity: new Uint8Array(rows),
    salesCents: new Int32Array(rows),
    retailDiscountCents: new Int32Array(rows),
    couponCents: new Int32Array(rows),
    couponMatchCents: new Int32Array(rows),
  };
}

/** The same purchases in columns of exactly `rows` rows. */
export function trimPurchases(purchases: Purchases, rows: number): Purchases {
  return {
    product: purchases.product.slice(0, rows),
    quantity: purchases.quantity.slice(0, rows),
    salesCents: purchases.salesCents.slice(0, rows),
    retailDiscountCents: purchases.retailDiscountCents.slice(0, rows),
    couponCents: purchases.couponCents.slice(0, rows),
    couponMatchCents: purchases.couponMatchCents.slice(0, rows),
  };
}

export function impressionColumns(visits: number): Impressions {
  const rows = visits * listLength;
  return {
    product: new Int32Array(rows),
    clicked: new Uint8Array(rows),
    propensity: new Float64Array(rows),
    receivedMillis: new Float64Array(rows),
    attraction: new Float64Array(rows),
  };
}

export function oracleColumns(firstVisit: number, visits: number): Oracle {
  const heldOut = visits - firstVisit;
  return {
    firstVisit,
    product: new Int32Array(heldOut * oracleLength),
    probability: new Float64Array(heldOut * oracleLength),
    expectedItems: new Float64Array(heldOut),
  };
}

/** Writes the best ranking of a held-out visit, given the probabilities it is drawn from. */
export function recordOracle(oracle: Oracle, visit: number, probabilities: Float64Array): void {
  const row = visit - oracle.firstVisit;
  const best = largest(probabilities, oracleLength);
  const bounded = boundBasket(probabilities, best);
  oracle.product.set(best, row * oracleLength);
  oracle.probability.set(bounded.probabilities, row * oracleLength);
  oracle.expectedItems[row] = bounded.expectedItems;
}

/** Indexes of the largest values, largest first, ties by index; by insertion into a short list. */
export function largest(values: Float64Array, count: number): Int32Array {
  const best = new Int32Array(count);
  let filled = 0;
  for (let i = 0; i < values.length; i++) {
    if (filled === count && values[i]! <= values[best[count - 1]!]!) continue;
    let place = filled < count ? filled++ : count - 1;
    for (; place > 0 && values[best[place - 1]!]! < values[i]!; place--) best[place] = best[place - 1]!;
    best[place] = i;
  }
  return best;
}
