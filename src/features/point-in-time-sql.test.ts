import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTables, type Tables } from "../data/table-store.ts";
import type { FeatureDefinition } from "./definition.ts";
import { buildTrainingSet } from "./point-in-time-sql.ts";

let tables: Tables;

beforeAll(async () => {
  tables = await openTables();
  await tables.run(`
    CREATE TABLE source_visits AS SELECT * FROM (VALUES
      ('a', 5000, 5000, 'h', 'tea', 1.5, 'north'), ('b', 5000, 5400, 'h', 'milk', 2e10, 'south')
    ) v(event_id, time_ms, known_ms, household, product, amount, store);
    CREATE TABLE source_products AS SELECT 'tea' AS product, 'drinks' AS department;
    CREATE TABLE decisions AS SELECT * FROM (VALUES
      (3, 6001, 'h', 'tea'), (1, 5000, 'h', 'tea'), (2, 5001, 'h', 'tea'), (9, 5400, 'h', NULL)
    ) d(row_id, time_ms, household, product)`);
});
afterAll(() => tables.close());

const count: FeatureDefinition = {
  name: "visits",
  source: "visits",
  keys: [{ entity: "household" }],
  aggregate: { kind: "count" },
  overMillis: 1000,
};
const build = (...definitions: FeatureDefinition[]) => buildTrainingSet(tables, definitions, "decisions");

describe("a training set", () => {
  it("has its rows in the order of row_id and sees only what had happened, was known and is not too old", async () => {
    const set = await build(count);
    expect([...set.matrix]).toEqual([0, 1, 0, 2]);
    expect(set).toMatchObject({ rowCount: 4, featureNames: ["visits"] });
  });

  it("is empty for a row that lacks a key, and for a product that lacks the attribute", async () => {
    const product: FeatureDefinition = { ...count, name: "product", keys: [{ entity: "product" }] };
    const department = { ...count, name: "d", keys: [{ entity: "product", attribute: "department", of: "products" }] };
    const since: FeatureDefinition = { ...product, name: "since", aggregate: { kind: "timeSince" } };
    const { matrix } = await build(product, department, since);
    expect([...matrix]).toEqual([0, 0, NaN, 1, 1, Math.fround(0.001), 0, 0, NaN, 0, 0, NaN]);
  });

  it("can have no features and no rows", async () => {
    expect((await build()).matrix.length).toBe(0);
    await tables.run("CREATE OR REPLACE VIEW nobody AS SELECT * FROM decisions WHERE false");
    expect(await buildTrainingSet(tables, [count], "nobody")).toMatchObject({ rowCount: 0 });
  });

  it("leaves no table behind, neither after success nor after failure", async () => {
    const names = async () => (await tables.rows("SELECT table_name FROM duckdb_tables() ORDER BY 1")) as unknown[];
    const before = await names();
    await build(count);
    await build({ ...count, aggregate: { kind: "sum", column: "amount" } }).catch(() => undefined);
    expect(await names()).toEqual(before);
  });

  const broken: [string, Partial<FeatureDefinition>, object][] = [
    ["a source without a table", { source: "vists" }, { code: "features/unknown-source" }],
    [
      "a misspelt column",
      { aggregate: { kind: "sum", column: "amuont" } },
      { code: "features/unknown-column", fix: "write `amount`" },
    ],
    [
      "text where numbers are needed",
      { aggregate: { kind: "mean", column: "store" } },
      { code: "features/not-a-number" },
    ],
    ["an entity the source does not have", { keys: [{ entity: "shop" }] }, { code: "features/unknown-column" }],
    [
      "values too large to sum exactly",
      { aggregate: { kind: "sum", column: "amount" } },
      { code: "features/value-out-of-range" },
    ],
    [
      "a filter over no column",
      { where: { kind: "missing", column: "x", negated: false } },
      { code: "features/unknown-column" },
    ],
  ];
  it.each(broken)("is refused for %s, saying what to change", async (_what, change, problem) => {
    await expect(build({ ...count, ...change })).rejects.toMatchObject(problem);
  });
});
