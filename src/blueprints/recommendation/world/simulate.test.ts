import { describe, expect, it } from "vitest";
import { Problem } from "../../../kit/problem.ts";
import { examination } from "./lists.ts";
import { groceryLaw, WEEK_MILLIS } from "./parameters.ts";
import { purchaseProbabilities } from "./respond.ts";
import { simulateGrocery } from "./simulate.ts";
import { weekOf } from "./truth.ts";
import type { GroceryWorld } from "./world.ts";

const world = simulateGrocery({ seed: 7, households: 400, products: 600, weeks: 30 });
const { truth, visits, purchases, impressions, oracle } = world;
const { listLength, oracleLength } = groceryLaw;

const basketOf = ({ visits, purchases }: GroceryWorld, visit: number) =>
  purchases.product.subarray(visits.firstPurchase[visit]!, visits.firstPurchase[visit + 1]!);

/** Distance of a count from its mean in standard errors, when it is a sum of independent draws. */
const errorsAway = (count: number, mean: number, variance: number) => Math.abs(count - mean) / Math.sqrt(variance);

/** Purchases of what the oracle puts at one rank, with the mean and variance it states. */
function outcomesAtRank(rank: number) {
  const found = { count: 0, mean: 0, variance: 0 };
  for (let row = rank; row < oracle.product.length; row += oracleLength) {
    const visit = oracle.firstVisit + (row - rank) / oracleLength;
    const probability = oracle.probability[row]!;
    found.count += basketOf(world, visit).includes(oracle.product[row]!) ? 1 : 0;
    found.mean += probability;
    found.variance += probability * (1 - probability);
  }
  return found;
}

describe("the truth of the grocery world", () => {
  it("expects as many purchases as are made in the held-out weeks", () => {
    let items = 0;
    oracle.expectedItems.forEach((_, row) => (items += basketOf(world, oracle.firstVisit + row).length));
    const expected = oracle.expectedItems.reduce((sum, mean) => sum + mean, 0);
    expect(errorsAway(items, expected, expected)).toBeLessThan(4);
  });

  it("gives probabilities that come true, at every rank of the oracle and over all ranks", () => {
    const all = { count: 0, mean: 0, variance: 0 };
    for (let rank = 0; rank < oracleLength; rank++) {
      const found = outcomesAtRank(rank);
      expect(errorsAway(found.count, found.mean, found.variance)).toBeLessThan(4);
      all.count += found.count;
      all.mean += found.mean;
      all.variance += found.variance;
    }
    expect(all.count).toBeGreaterThan(5000);
    expect(errorsAway(all.count, all.mean, all.variance)).toBeLessThan(4);
  });

  it("covers exactly the visits of the last quarter of the weeks", () => {
    const from = truth.parameters.startMillis + 22 * WEEK_MILLIS;
    expect(truth.parameters.heldOutFromWeek).toBe(23);
    expect(visits.startMillis[oracle.firstVisit - 1]).toBeLessThan(from);
    expect(visits.startMillis[oracle.firstVisit]).toBeGreaterThanOrEqual(from);
    expect(oracle.expectedItems.length).toBe(visits.household.length - oracle.firstVisit);
  });

  it("is found again from the purchases alone, for any visit", () => {
    for (const row of [0, 5, 100, oracle.expectedItems.length - 1]) {
      const visit = oracle.firstVisit + row;
      const household = truth.households[visits.household[visit]!]!.id;
      const probabilities = purchaseProbabilities(world, household, visits.startMillis[visit]!);
      const best = [...probabilities.keys()].sort((a, b) => probabilities[b]! - probabilities[a]! || a - b);
      const recorded = oracle.product.subarray(row * oracleLength, (row + 1) * oracleLength);
      expect(best.slice(0, oracleLength)).toEqual([...recorded]);
    }
  });

  it("sells no product before it is on the shelf, and nothing to a household that has not joined", () => {
    let late = 0;
    for (let visit = 0; visit < visits.household.length; visit++) {
      const week = weekOf(truth.parameters, visits.startMillis[visit]!);
      expect(week).toBeGreaterThanOrEqual(truth.households[visits.household[visit]!]!.joinsInWeek);
      for (const product of basketOf(world, visit)) {
        const { entersInWeek } = truth.catalogue[product]!;
        expect(week).toBeGreaterThanOrEqual(entersInWeek);
        late += Number(entersInWeek > 1);
      }
    }
    expect(late).toBeGreaterThan(500);
  });
});

describe("the shown lists", () => {
  it("are clicked at every position as examination times attraction says, randomly placed products included", () => {
    for (const randomised of [false, true]) {
      for (let k = 0; k < listLength; k++) {
        let [clicks, mean, variance, attracted] = [0, 0, 0, 0];
        for (let row = k; row < impressions.product.length; row += listLength) {
          if (impressions.propensity[row]! < groceryLaw.keepShare !== randomised) continue;
          const p = examination(k + 1) * impressions.attraction[row]!;
          clicks += impressions.clicked[row]!;
          mean += p;
          variance += p * (1 - p);
          attracted += impressions.attraction[row]!;
        }
        expect(errorsAway(clicks, mean, variance)).toBeLessThan(4);
        expect(Math.abs(clicks / attracted - examination(k + 1))).toBeLessThan(0.15);
      }
    }
  });

  it("show each product with its stated propensity, and no product twice in a list", () => {
    const kept = impressions.propensity.reduce((sum, p) => sum + Number(p === groceryLaw.keepShare), 0);
    const near = impressions.propensity.reduce((sum, p) => sum + Number(p === groceryLaw.nearShare / 50), 0);
    const rows = impressions.propensity.length;
    expect(errorsAway(kept, 0.8 * rows, 0.16 * rows)).toBeLessThan(4);
    expect(errorsAway(near, 0.15 * rows, 0.1275 * rows)).toBeLessThan(4);
    for (let first = 0; first < rows; first += listLength) {
      expect(new Set(impressions.product.subarray(first, first + listLength)).size).toBe(listLength);
    }
  });

  it("put the inverse propensities of every position at the number of products on the shelf", () => {
    const lastWeek = truth.parameters.startMillis + 29 * WEEK_MILLIS;
    let [sum, squares, lists] = [0, 0, 0];
    for (let visit = 0; visit < visits.household.length; visit++) {
      if (visits.startMillis[visit]! < lastWeek) continue;
      const weight = 1 / impressions.propensity[visit * listLength]!;
      sum += weight;
      squares += weight * weight;
      lists++;
    }
    const mean = sum / lists;
    expect(Math.abs(mean - 600) / Math.sqrt((squares / lists - mean * mean) / lists)).toBeLessThan(4);
  });
});

describe("the tills", () => {
  it("become known after they close, most within the hour and some a day late", () => {
    const hours = visits.receivedMillis
      .map((known, visit) => (known - visits.checkoutMillis[visit]!) / 3_600_000)
      .sort();
    expect(hours[0]).toBeGreaterThan(0);
    expect(hours[Math.floor(hours.length * 0.8)]).toBeLessThan(1);
    expect(hours.filter((delay) => delay > 20).length / hours.length).toBeCloseTo(0.025, 1);
    expect(Math.max(...hours)).toBeLessThan(31);
  });

  it("hold 1 to 15 products, about six in the mean", () => {
    const sizes = Array.from(visits.household, (_, visit) => basketOf(world, visit).length);
    expect(Math.min(...sizes)).toBe(1);
    expect(Math.max(...sizes)).toBe(15);
    expect(purchases.product.length / visits.household.length).toBeGreaterThan(5);
    expect(purchases.product.length / visits.household.length).toBeLessThan(7);
  });
});

describe("a world that cannot be made", () => {
  it.each([
    { households: 0 },
    { products: 99 },
    { weeks: 3.5 },
    { startMillis: 1 },
    { drift: { priceShock: 0 } },
    { drift: { tasteShift: 1.2 } },
    { drift: { fromWeek: NaN } },
  ])("is refused: %o", (options) => {
    expect(() => simulateGrocery({ seed: 1, ...options })).toThrow(Problem);
  });
});
