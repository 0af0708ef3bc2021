import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Event } from "../data/event.ts";
import { literal, openTables, type Tables } from "../data/table-store.ts";
import { parsePredicate } from "../kit/predicate.ts";
import type { FeatureAggregate, FeatureDefinition, FeatureKey } from "./definition.ts";
import { oracleValues } from "./oracle-sql.ts";
import { pointInTimeValues } from "./point-in-time-sql.ts";
import { openFeatureState } from "./state.ts";

const folder = new URL("../../../shared/data/dunnhumby-completejourney/", import.meta.url).pathname;
const days = (count: number) => count * 86_400_000;
const household: FeatureKey = { entity: "household" };
const product: FeatureKey = { entity: "product" };
const department: FeatureKey = { entity: "product", attribute: "department", of: "products" };
const spend = { kind: "sum", column: "sales_value" } as const;

function feature(
  name: string,
  keys: FeatureKey[],
  aggregate: FeatureAggregate,
  overMillis: number,
  where?: string,
): FeatureDefinition {
  return { name, source: "transactions", keys, aggregate, overMillis, ...(where && { where: parsePredicate(where) }) };
}

const definitions = [
  feature("household baskets", [household], { kind: "distinct", column: "basket_id" }, days(60)),
  feature("household spend", [household], spend, days(90)),
  feature("household discount", [household], { kind: "mean", column: "retail_disc" }, days(90), "quantity > 0"),
  feature("product purchases", [product], { kind: "count" }, days(30)),
  feature("product price", [product], { kind: "last", column: "sales_value" }, days(120)),
  feature("product households", [product], { kind: "distinct", column: "household" }, days(60)),
  feature("bought before", [household, product], { kind: "count" }, days(300)),
  feature("since bought", [household, product], { kind: "timeSince" }, days(300)),
  feature("household in department", [household, department], spend, days(120)),
  feature("department purchases", [department], { kind: "count" }, days(7)),
];

/** Purchases are known from the night after; a decision is made for products that the household does buy, at its till. */
async function loadPurchases(tables: Tables): Promise<void> {
  await tables.run(`
    CREATE TABLE source_products AS SELECT CAST(product_id AS VARCHAR) AS product, department
      FROM read_csv(${literal(`${folder}products.csv`)});
    CREATE TABLE source_transactions AS SELECT 't' || row_number() OVER () AS event_id, time_ms,
        (time_ms // ${days(1)} + 1) * ${days(1)} AS known_ms, CAST(household_id AS VARCHAR) AS household,
        CAST(product_id AS VARCHAR) AS product, * EXCLUDE (time_ms)
      FROM (SELECT *, epoch_ms(transaction_timestamp) AS time_ms FROM read_csv(${literal(`${folder}transactions_sample.csv`)}));
    CREATE TABLE decisions AS SELECT row_number() OVER (ORDER BY time_ms, event_id) AS row_id, time_ms, household, product
      FROM source_transactions WHERE hash(event_id) % 30 = 0`);
}

describe.skipIf(!existsSync(folder))("features over real purchases (skipped where the shared data is absent)", () => {
  let tables: Tables;
  beforeAll(async () => void (await loadPurchases((tables = await openTables()))));
  afterAll(() => tables?.close());

  it("are the same by fast SQL, by plain SQL and in the serving state", async () => {
    const fast = await pointInTimeValues(tables, definitions, "decisions");
    const oracle = await oracleValues(tables, definitions, "decisions");
    expect(fast.length).toBeGreaterThan(20_000);
    expect(worstDifference(fast, oracle)).toBeLessThan(1e-8);
    expect(worstDifference(await replay(tables), fast)).toBe(0);
  });
});

async function replay(tables: Tables): Promise<Float64Array> {
  const lookup = new Map(
    (await tables.rows<{ product: string; department: string }>("FROM source_products")).map((row) => [
      row.product,
      row.department,
    ]),
  );
  const state = openFeatureState(definitions, { lookup: (_table, value) => lookup.get(value) });
  const events = (
    await tables.rows<Record<string, unknown>>("FROM source_transactions ORDER BY known_ms, event_id")
  ).map(asEvent);
  const decisions = await tables.rows<{ time_ms: number; household: string; product: string }>(
    "FROM decisions ORDER BY row_id",
  );
  let next = 0;
  const rows = decisions.map(({ time_ms, ...entities }) => {
    const from = next;
    while (next < events.length && events[next]!.knownMillis <= time_ms) next++;
    state.append(events.slice(from, next));
    state.advance(time_ms);
    return definitions.map(({ name }) => state.read(name, entities));
  });
  return Float64Array.from(rows.flat());
}

function asEvent(row: Record<string, unknown>): Event {
  const { event_id, time_ms, known_ms, household, product, ...values } = row;
  return {
    id: String(event_id),
    source: "transactions",
    timeMillis: time_ms as number,
    knownMillis: known_ms as number,
    entities: { household: household as string, product: product as string },
    values,
  };
}

/** Infinity where one is missing and the other not. */
function worstDifference(a: Float64Array, b: Float64Array): number {
  return a.reduce(
    (worst, value, i) => {
      if (Number.isNaN(value) && Number.isNaN(b[i])) return worst;
      const difference = Math.abs(value - b[i]!);
      return Math.max(worst, Number.isNaN(difference) ? Infinity : difference);
    },
    a.length === b.length ? 0 : Infinity,
  );
}
