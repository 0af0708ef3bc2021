import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Tables } from "../../data/table-store.ts";
import { seededRandom } from "../../kit/random.ts";
import type { TreeModel } from "../../training/trees/model.ts";
import { evaluate, type Evaluation } from "./evaluate.ts";
import { rankerName } from "./ranker-names.ts";
import { defaultLimits } from "./learn.ts";
import { cutData } from "./visits.ts";
import { day, toyPlan, toyTables, type Bought } from "./testing/toy-shop.ts";

const plan = toyPlan();
const households = 40;
const own = (h: number) => `own ${String(h).padStart(2, "0")}`;

/**
 * 40 households have each bought milk and, once, a product of their own. In the test period each buys its own product
 * again. One more is seen on the first day, to lengthen the data, and on the last, too late to be judged.
 */
function shop(): Bought[] {
  const each = Array.from({ length: households }, (_, h) => [
    { who: `h${h}`, what: "milk", at: 80 * day },
    { who: `h${h}`, what: own(h), at: 80 * day },
    { who: `h${h}`, what: own(h), at: 95.5 * day, basket: h },
  ]);
  return [{ who: "x", what: "milk", at: 0 }, ...each.flat(), { who: "x", what: "milk", at: 100 * day, basket: 999 }];
}

/** Scores 1 what the household has bought, 0 all else: feature 0 is `pair_buys`. */
const stump: TreeModel = {
  kind: "trees",
  objective: "lambdarank",
  featureCount: plan.features.length,
  base: 0,
  trees: [
    {
      feature: [0],
      threshold: [0.5],
      missingLeft: [1],
      left: [-1],
      right: [-2],
      gain: [1],
      value: [0, 1],
      rows: [1, 1],
    },
  ],
};

let tables: Tables;
let evaluation: Evaluation;

beforeAll(async () => {
  tables = await toyTables(shop());
  const learned = { trees: stump, collaborative: undefined, learningVisits: 0, learningRows: 0 };
  evaluation = await evaluate(tables, plan, await cutData(tables, plan), learned, defaultLimits, {
    random: seededRandom(1),
    onProgress: () => {},
  });
});
afterAll(() => tables.close());

const valueOf = (ranker: string, metric: string) =>
  evaluation.rows.find((row) => row.ranker === ranker && row.metric === metric)!.estimate.value;

describe("evaluate", () => {
  it("judges every visit of the test period whose outcomes are complete", () => {
    expect(evaluation).toMatchObject({ visits: households, households, fromMillis: 90 * day, untilMillis: 100 * day });
  });

  it("gives popularity the ndcg that is worked out by hand", () => {
    // Best sellers: milk, then the products of households 0 to 8 by name; household h finds its own at rank h + 2.
    const found = Array.from({ length: 9 }, (_, h) => 1 / Math.log2(h + 2 + 1));
    expect(valueOf("popularity", "ndcg@10")).toBeCloseTo(found.reduce((sum, gain) => sum + gain, 0) / households, 12);
    expect(valueOf("popularity", "hitRate@10")).toBeCloseTo(9 / households, 12);
  });

  it("gives the ranker the ndcg that is worked out by hand, ties by id", () => {
    // Milk and the own product both score 1, and `milk` < `own …`: rank 2 for everybody.
    expect(valueOf(rankerName, "ndcg@10")).toBeCloseTo(1 / Math.log2(3), 12);
    expect(valueOf(rankerName, "recall@10")).toBe(1);
    expect(evaluation.gate.released).toBe(true);
  });

  it("counts what candidate generation found and what the lists show", () => {
    // Five best sellers (milk and the products of households 0 to 3), and the own product where it is another.
    expect(evaluation.candidateRecall.value).toBe(1);
    expect(evaluation.candidatesPerVisit).toBeCloseTo((4 * 5 + 36 * 6) / 40, 12);
    expect(evaluation.coverage).toEqual({ value: 1, catalogue: households + 1, lists: households });
  });

  it("refuses to judge on fewer than 30 visits", async () => {
    const few = await toyTables(shop().filter(({ who }) => who === "x" || Number(who.slice(1)) < 29));
    try {
      const learned = { trees: stump, collaborative: undefined, learningVisits: 0, learningRows: 0 };
      const run = { random: seededRandom(1), onProgress: () => {} };
      const cuts = await cutData(few, plan);
      await expect(evaluate(few, plan, cuts, learned, defaultLimits, run)).rejects.toMatchObject({
        code: "run/nothing-to-learn",
      });
    } finally {
      few.close();
    }
  });
});
