import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { identifier, openTables } from "../src/data/table-store.ts";
import { passes, predicateSql, type Operator, type Predicate, type Scalar } from "../src/kit/predicate.ts";

const operator = fc.constantFrom<Operator>("=", "!=", "<", "<=", ">", ">=");
const number = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(0.1, 2.5, 1e21, -1e-7));
const text = fc.constantFrom("a", "b", "ab", "", "é", "\uFF5E", "\u{1F600}", "it's", "NULL");
const numberText = fc.constantFrom("1", "-2", "2.5", " 3 ", "1e0", "", "none", "0x1", "nan", ".5");
const missing = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null, freq: 4 });

/** Columns by type, and what they may be held against without an error of the database. */
const columns = {
  whole: fc.integer({ min: -3, max: 3 }),
  real: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(0.1, 2.5, 1e21, NaN)),
  single: fc.constantFrom(0.5, 1, 2, Math.fround(0.1)),
  words: fc.oneof(text, numberText),
  flag: fc.boolean(),
} as const;
type Column = keyof typeof columns;
const row = fc.record({
  whole: missing(columns.whole),
  real: missing(columns.real),
  single: missing(columns.single),
  words: missing(columns.words),
  flag: missing(columns.flag),
});

const valueFor = (column: Column): fc.Arbitrary<Scalar> => {
  if (column === "words") return fc.oneof(number, text, numberText);
  if (column === "flag") return fc.constantFrom<Scalar>("true", "false", 0, 1);
  return fc.oneof(number, fc.constantFrom<Scalar>("1", "-2", "3"));
};
const column = fc.constantFrom(...(Object.keys(columns) as Column[]));
const compare = column.chain((name) =>
  fc.record({ kind: fc.constant("compare" as const), column: fc.constant(name), operator, value: valueFor(name) }),
);
const within = column.chain((name) =>
  fc.record({
    kind: fc.constant("in" as const),
    column: fc.constant(name),
    values: fc.array(valueFor(name), { minLength: 1, maxLength: 3 }),
  }),
);
const absent = fc.record({ kind: fc.constant("missing" as const), column, negated: fc.boolean() });
const { predicate } = fc.letrec<{ predicate: Predicate }>((tie) => ({
  predicate: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.oneof(compare, within, absent),
    fc.record({
      kind: fc.constantFrom("and" as const, "or" as const),
      left: tie("predicate"),
      right: tie("predicate"),
    }),
    fc.record({ kind: fc.constant("not" as const), of: tie("predicate") }),
  ),
}));

describe("a predicate", async () => {
  const tables = await openTables({ threads: 1 });
  afterAll(() => tables.close());

  it("passes the same rows in JavaScript as in SQL, missing values and nested negations included", async () => {
    const types = { whole: "INTEGER", real: "DOUBLE", single: "REAL", words: "VARCHAR", flag: "BOOLEAN" };
    const fields = Object.entries(types).map(([name, type]) => `${name} ${type}`);
    await tables.run(`CREATE TABLE filtered (row_at INTEGER, ${fields.join(", ")})`);
    let passed = 0;
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 5, maxLength: 12 }), predicate, async (rows, filter) => {
        const names = Object.keys(types) as Column[];
        const values = names.map((name) => [name, rows.map((one) => one[name])]);
        await tables.run("DELETE FROM filtered");
        await tables.append("filtered", { row_at: rows.map((_, at) => at), ...Object.fromEntries(values) });
        const condition = predicateSql(filter, identifier);
        const found = await tables.rows<{ row_at: number }>(
          `SELECT row_at FROM filtered WHERE ${condition} ORDER BY row_at`,
        );
        const expected = rows.flatMap((one, at) => (passes(filter, one) ? [at] : []));
        expect(
          found.map(({ row_at }) => row_at),
          condition,
        ).toEqual(expected);
        passed += expected.length;
        kept += rows.length - expected.length;
      }),
      { numRuns: 400 },
    );
    expect(Math.min(passed, kept)).toBeGreaterThan(300);
  });
});
