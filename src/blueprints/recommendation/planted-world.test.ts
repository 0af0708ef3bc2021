import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ingest } from "../../data/ingest.ts";
import { openTables, type Tables } from "../../data/table-store.ts";
import { clockStartingAt } from "../../kit/clock.ts";
import { seededRandom } from "../../kit/random.ts";
import { evaluate, type Evaluation } from "./evaluate.ts";
import { ceilingName, rankerName } from "./ranker-names.ts";
import { learn, type Learned, type Limits } from "./learn.ts";
import { drawLearningVisits } from "./learning-visits.ts";
import { cutData, readVisits, type Cuts } from "./visits.ts";
import { toyDesign, toyPlan } from "./testing/toy-shop.ts";
import { simulateGrocery, writeWorld } from "./world/index.ts";
import type { GroceryWorld } from "./world/world.ts";
import { basketId } from "./world/world.ts";

/** The toy design over the files of the grocery world. */
const plan = toyPlan(
  toyDesign
    .replace("from: t.csv", "from: transactions.csv")
    .replace("time: at, known: seen", "time: transaction_timestamp, known: received_at")
    .replace("from: p.csv", "from: products.csv")
    .replace("from: i.csv, optional: true,", "from: impressions.csv, id: [impression_id],")
    .replace("time: shown}", "time: shown_at, known: received_at}")
    .replaceAll(", take: 5}", ", take: 30}")
    .replace(
      "\nmodel:",
      "\n  - {name: pair_since, entity: [household, product], from: transactions, is: time since, over: 180d}\nmodel:",
    ),
);
const limits: Limits = { learningVisits: 1500, candidatesPerLearningVisit: 30, learningRows: 20_000, testVisits: 350 };
const quiet = { random: seededRandom(5), onProgress: () => {} };
const folder = mkdtempSync(join(tmpdir(), "plumbline-planted-"));

let tables: Tables;
let cuts: Cuts;
let learned: Learned;
let evaluation: Evaluation;

beforeAll(async () => {
  const world = simulateGrocery({ seed: 11, households: 200, products: 120, weeks: 20 });
  await writeWorld(world, folder);
  tables = await openTables();
  for (const { definition } of plan.sources)
    await ingest(tables, definition, {
      root: folder,
      clock: clockStartingAt(Date.UTC(2030, 0, 1)),
      quarantineFolder: join(folder, "quarantine"),
    });
  cuts = await cutData(tables, plan);
  learned = await learn(tables, plan, cuts, limits, quiet);
  evaluation = await evaluate(tables, plan, cuts, learned, limits, { ...quiet, oracle: oracleOf(world) });
});

afterAll(() => {
  tables.close();
  rmSync(folder, { recursive: true, force: true });
});

function oracleOf({ oracle, truth }: GroceryWorld): Map<string, string[]> {
  const length = oracle.product.length / oracle.expectedItems.length;
  return new Map(
    Array.from(oracle.expectedItems, (_, i) => [
      basketId(oracle.firstVisit + i),
      Array.from(oracle.product.subarray(i * length, (i + 1) * length), (product) => truth.catalogue[product]!.id),
    ]),
  );
}

const valueOf = (ranker: string, metric = "ndcg@10") =>
  evaluation.rows.find((row) => row.ranker === ranker && row.metric === metric)!.estimate.value;

describe("a recommender learned in a planted world", () => {
  it("is better than popularity by an interval beyond zero, and not better than the truth", () => {
    expect(evaluation.gate.released).toBe(true);
    expect(valueOf(rankerName)).toBeGreaterThan(1.15 * valueOf("popularity"));
    expect(valueOf(ceilingName)).toBeGreaterThan(valueOf(rankerName));
  });

  it("learns from visits before the test period only, in the order of time, each with a hit", async () => {
    const draw = () =>
      drawLearningVisits(tables, plan, cuts, limits, { collaborative: undefined, random: seededRandom(5) });
    const { visits, candidates } = await draw();
    const times = visits.map(({ timeMillis }) => timeMillis);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times[0]).toBeGreaterThanOrEqual(cuts.learnFromMillis);
    expect(times.at(-1)! + plan.outcome.windowMillis).toBeLessThanOrEqual(cuts.testFromMillis);
    visits.forEach(({ relevant }, i) => expect(candidates[i]!.some((item) => relevant.includes(item))).toBe(true));
    expect(await draw()).toEqual({ visits, candidates });
  });

  it("looks at more visits until they give the rows that are asked for, and at no more than there are", async () => {
    const period = { fromMillis: cuts.learnFromMillis, untilMillis: cuts.testFromMillis };
    const all = await readVisits(tables, plan, { ...period, knownByMillis: cuts.testFromMillis }, 1e6);
    const rowsFor = async (learningRows: number) => {
      const { candidates } = await drawLearningVisits(
        tables,
        plan,
        cuts,
        { ...limits, learningRows },
        { collaborative: undefined, random: seededRandom(5) },
      );
      return candidates.reduce((sum, list) => sum + list.length, 0);
    };
    expect(await rowsFor(3000)).toBeGreaterThanOrEqual(3000);
    expect(await rowsFor(3000)).toBeLessThan(4500);
    const everything = await rowsFor(1e9);
    expect(everything).toBeGreaterThan(4500);
    expect(everything).toBeLessThanOrEqual(all.length * limits.candidatesPerLearningVisit);
  });

  it("is judged on visits whose outcomes are complete, by values that add up", () => {
    expect(evaluation.untilMillis).toBe(cuts.lastMillis);
    expect(evaluation.visits).toBeLessThanOrEqual(limits.testVisits);
    expect(evaluation.candidateRecall.value).toBeGreaterThan(valueOf(rankerName, "recall@10"));
    expect(evaluation.sample.groups.reduce((sum, size) => sum + size, 0)).toBe(evaluation.sample.rowCount);
    expect(evaluation.sample.matrix).toHaveLength(evaluation.sample.rowCount * plan.features.length);
  });

  it("gives the same numbers again", async () => {
    const again = await learn(tables, plan, cuts, limits, quiet);
    expect(again.trees).toEqual(learned.trees);
    expect(again.collaborative!.model).toEqual(learned.collaborative!.model);
  });
});
