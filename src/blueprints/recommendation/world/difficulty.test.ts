import { describe, expect, it } from "vitest";
import { DAY_MILLIS, groceryLaw } from "./parameters.ts";
import { simulateGrocery } from "./simulate.ts";
import type { GroceryWorld } from "./world.ts";

const { oracleLength, popularityWindowDays } = groceryLaw;

type Ranking = readonly number[];

/** ndcg@10 with linear gain, written out here so that the world is not judged by the room it tests. */
function ndcg(ranking: Ranking, basket: ReadonlySet<number>): number {
  const discount = (rank: number) => 1 / Math.log2(rank + 2);
  const gain = ranking.slice(0, 10).reduce((sum, product, rank) => sum + (basket.has(product) ? discount(rank) : 0), 0);
  let best = 0;
  for (let rank = 0; rank < Math.min(10, basket.size); rank++) best += discount(rank);
  return gain / best;
}

/** Mean ndcg@10 of three rankings over the held-out visits, each knowing all earlier checkouts. */
function judge({ visits, purchases, oracle, truth }: GroceryWorld) {
  const popularity = new Float64Array(truth.catalogue.length);
  const own = truth.households.map(() => new Map<number, number>());
  const inWindow: [number, number][] = [];
  const total = { popularity: 0, boughtBefore: 0, oracle: 0 };
  for (let visit = 0, expired = 0; visit < visits.household.length; visit++) {
    const basket = new Set(purchases.product.subarray(visits.firstPurchase[visit], visits.firstPurchase[visit + 1]));
    const history = own[visits.household[visit]!]!;
    const oldest = visits.startMillis[visit]! - popularityWindowDays * DAY_MILLIS;
    for (; inWindow[expired] && inWindow[expired]![0] < oldest; expired++) popularity[inWindow[expired]![1]]! -= 1;
    if (visit >= oracle.firstVisit) {
      const row = (visit - oracle.firstVisit) * oracleLength;
      const popular = [...popularity.keys()].sort((a, b) => popularity[b]! - popularity[a]!).slice(0, 30);
      const habitual = [...history].sort((a, b) => b[1] - a[1]).map(([product]) => product);
      total.popularity += ndcg(popular, basket);
      total.boughtBefore += ndcg([...new Set([...habitual, ...popular])], basket);
      total.oracle += ndcg([...oracle.product.subarray(row, row + oracleLength)], basket);
    }
    for (const product of basket) {
      popularity[product]! += 1;
      inWindow.push([visits.startMillis[visit]!, product]);
      history.set(product, (history.get(product) ?? 0) + 1);
    }
  }
  const judged = visits.household.length - oracle.firstVisit;
  return {
    popularity: total.popularity / judged,
    boughtBefore: total.boughtBefore / judged,
    oracle: total.oracle / judged,
  };
}

describe("the difficulty of the grocery world", () => {
  it("leaves popularity far below what a household bought before, and that far below the truth", () => {
    const found = judge(simulateGrocery({ seed: 3, households: 400 }));
    expect(found.popularity).toBeGreaterThan(0.08);
    expect(found.popularity).toBeLessThan(0.16);
    expect(found.boughtBefore).toBeGreaterThan(found.popularity + 0.1);
    expect(found.oracle).toBeGreaterThan(found.boughtBefore + 0.1);
    expect(found.oracle).toBeLessThan(0.5);
  });
});
