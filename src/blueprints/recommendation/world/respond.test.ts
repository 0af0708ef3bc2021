import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../kit/random.ts";
import { attraction, examination } from "./lists.ts";
import { purchaseProbabilities, respondToList } from "./respond.ts";
import { simulateGrocery } from "./simulate.ts";

const world = simulateGrocery({ seed: 11, households: 60, products: 150, weeks: 10 });
const household = world.truth.households[4]!.id;
const moment = world.truth.parameters.startMillis + 65 * 86_400_000;
const products = world.truth.catalogue.slice(0, 10).map(({ id }) => id);

describe("a simulated household that answers a list", () => {
  it("clicks each position as often as examination times attraction", () => {
    const random = seededRandom("clicks");
    const clicks = new Float64Array(products.length);
    const repetitions = 4000;
    const probabilities = purchaseProbabilities(world, household, moment);
    for (let i = 0; i < repetitions; i++) {
      respondToList(world, household, products, moment, random).forEach((click, k) => (clicks[k]! += click));
    }
    clicks.forEach((count, k) => {
      const p = examination(k + 1) * attraction(probabilities[k]!);
      expect(Math.abs(count - repetitions * p) / Math.sqrt(repetitions * p * (1 - p))).toBeLessThan(4);
    });
  });

  it("never clicks a product that does not exist, and answers the others as if it were not there", () => {
    const withStranger = products.with(2, "no such product");
    for (let seed = 0; seed < 50; seed++) {
      const asked = respondToList(world, household, products, moment, seededRandom(seed));
      const answered = respondToList(world, household, withStranger, moment, seededRandom(seed));
      expect(answered).toEqual(asked.with(2, 0));
    }
  });

  it("is refused when the household does not exist", () => {
    expect(() => respondToList(world, "0", products, moment, seededRandom(1))).toThrow("no household 0");
  });

  it("wants a habit again only after some time", () => {
    const { visits, purchases, truth } = world;
    const wanted = truth.tastes.flatMap((taste, index) => {
      const habits = new Set(taste.habits.filter((habit) => habit.strength > 0.4).map((habit) => habit.product));
      const visit = visits.household.lastIndexOf(index);
      const basket = purchases.product.subarray(visits.firstPurchase[visit], visits.firstPurchase[visit + 1]);
      const bought = [...basket].find((product) => habits.has(product));
      const at = (days: number) =>
        purchaseProbabilities(world, truth.households[index]!.id, visits.checkoutMillis[visit]! + days * 86_400_000);
      return visit < 0 || bought === undefined ? [] : [at(60)[bought]! / at(0.1)[bought]!];
    });
    expect(wanted.length).toBeGreaterThan(5);
    expect(wanted.reduce((sum, ratio) => sum + ratio, 0) / wanted.length).toBeGreaterThan(2);
  });
});
