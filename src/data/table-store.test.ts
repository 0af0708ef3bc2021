import { join } from "node:path";
import { assert, asyncProperty, boolean, double, maxSafeInteger, oneof, pre, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { identifier, literal, openTables } from "./table-store.ts";
import { madeFolders, problemOf, withTables } from "./testing/made-files.ts";

const folder = madeFolders();

describe("the table store", () => {
  it("gives rows with plain numbers, texts and lists, and keeps whole numbers beyond 2^53 exact", async () => {
    const [row] = await withTables((tables) =>
      tables.rows(
        `SELECT 2::BIGINT AS small, 9007199254740993::BIGINT AS large, 1.25::DECIMAL(9, 2) AS price, [1, NULL] AS list,
         {'a': 'x'} AS struct, NULL AS nothing, DATE '2020-01-02' AS day, sum(3::BIGINT) AS total`,
      ),
    );
    expect(row).toEqual({
      small: 2,
      large: 9007199254740993n,
      price: 1.25,
      list: [1, null],
      struct: { a: "x" },
      nothing: null,
      day: "2020-01-02",
      total: 3,
    });
  });

  it("gives numeric columns as Float64Array with NaN for NULL, and texts with null, over many chunks", async () => {
    const columns = await withTables((tables) =>
      tables.columns(
        `SELECT i::BIGINT AS whole, CASE WHEN i % 3 > 0 THEN i / 2 END AS half, i > 4999 AS late,
         CASE WHEN i > 0 THEN i::VARCHAR END AS text FROM range(5001) AS r(i)`,
      ),
    );
    expect(columns.whole).toBeInstanceOf(Float64Array);
    expect([columns.whole![5000], columns.half![0], columns.half![4999], columns.late![5000]]).toEqual([
      5000,
      NaN,
      2499.5,
      1,
    ]);
    expect([columns.text!.length, columns.text![0], columns.text![5000]]).toEqual([5001, null, "5000"]);
  });

  it("appends columns by name, reads them back, and leaves out what is not given", async () => {
    const count = 5000;
    const amounts = Float64Array.from({ length: count }, (_, i) => (i % 7 === 0 ? NaN : i * 0.1));
    const ids = Array.from({ length: count }, (_, i) => (i === 1 ? null : `é-${i}-${"x".repeat(i % 30)}`));
    await withTables(async (tables) => {
      await tables.run(`CREATE TABLE t (absent DOUBLE, id VARCHAR, amount DOUBLE, moment BIGINT, yes BOOLEAN)`);
      await tables.append("t", {
        amount: amounts,
        id: ids,
        moment: amounts.map(Math.trunc),
        yes: ids.map((_, i) => i > 9),
      });
      const back = await tables.columns("SELECT * FROM t");
      expect([...(back.amount as Float64Array)]).toEqual([...amounts]);
      expect(back.id).toEqual(ids);
      expect([back.moment![0], back.moment![4999], back.yes![9], back.yes![10]]).toEqual([NaN, 499, 0, 1]);
      expect(await tables.rows("SELECT count(absent) AS n FROM t")).toEqual([{ n: 0 }]);
    });
  });

  it("reads and appends every numeric type alike, with gaps", async () => {
    const types = [
      "DOUBLE",
      "FLOAT",
      "BIGINT",
      "INTEGER",
      "UINTEGER",
      "SMALLINT",
      "TINYINT",
      "HUGEINT",
      "DECIMAL(9, 2)",
    ];
    const given = Float64Array.from({ length: 3000 }, (_, i) => (i % 5 === 2 ? NaN : i % 100));
    await withTables(async (tables) => {
      for (const type of types) {
        await tables.run(`CREATE OR REPLACE TABLE t (v ${type})`);
        await tables.append("t", { v: given });
        await tables.append("t", { v: [...given].map((value) => (Number.isNaN(value) ? null : value)) });
        const { v } = await tables.columns("SELECT v FROM t");
        expect([...(v as Float64Array)]).toEqual([...given, ...given]);
      }
    });
  });

  it("refuses columns of unequal length and columns that the table lacks", async () => {
    await withTables(async (tables) => {
      await tables.run("CREATE TABLE t (a DOUBLE, b DOUBLE)");
      await expect(tables.append("t", { a: [1, 2], b: [1] })).rejects.toThrow("differ in length");
      await expect(tables.append("t", { c: [1] })).rejects.toThrow("no column c");
    });
  });

  it("runs statements in the order of the calls, and finishes the one under way when closed", async () => {
    const tables = await openTables();
    const made = tables.run("CREATE TABLE t AS SELECT sum(i) AS a FROM range(3000000) AS r(i)");
    const read = tables.rows("SELECT a FROM t");
    await new Promise(setImmediate);
    tables.close();
    tables.close();
    await expect(made).resolves.toBeUndefined();
    await expect(read).rejects.toThrow("closed before: SELECT a FROM t");
  });

  it("quotes a wrong statement in a plain Error, because it is our mistake", async () => {
    await withTables(async (tables) => {
      await expect(tables.run("SELECT nothing FROM nowhere")).rejects.toThrow(/nowhere[^]*in: SELECT nothing/);
      await expect(tables.run("SELECT nothing FROM nowhere")).rejects.not.toHaveProperty("code");
    });
  });

  it("says in a Problem that memory ran out", async () => {
    const tables = await openTables({ memoryLimitMb: 20 });
    await tables.run("SET temp_directory = ''");
    const problem = await problemOf(tables.rows("SELECT list(i::VARCHAR || 'some text') FROM range(5000000) AS r(i)"));
    expect(problem.code).toBe("data/out-of-memory");
    tables.close();
  });

  it("says in a Problem that a file is no database, or lies in no folder", async () => {
    const path = join(folder({ "x.duckdb": "no database at all" }), "x.duckdb");
    expect((await problemOf(openTables({ path }))).code).toBe("data/store-unreadable");
    expect((await problemOf(openTables({ path: join(path, "y") }))).at).toEqual({ file: join(path, "y") });
  });

  it("keeps a database in a file over a close", async () => {
    const path = join(folder(), "kept.duckdb");
    const first = await openTables({ path });
    await first.run("CREATE TABLE t AS SELECT 42 AS a");
    first.close();
    const second = await openTables({ path });
    expect(await second.rows("SELECT a FROM t")).toEqual([{ a: 42 }]);
    second.close();
  });

  it("never fetches an extension", async () => {
    const [setting] = await withTables((tables) =>
      tables.rows("SELECT current_setting('autoinstall_known_extensions') AS install"),
    );
    expect(setting).toEqual({ install: false });
  });
});

describe("literals and identifiers", () => {
  it("come back from SQL as they went in", async () => {
    const value = oneof(double({ noNaN: true }), string(), boolean(), maxSafeInteger());
    await withTables((tables) =>
      assert(
        asyncProperty(value, string({ minLength: 1, unit: "grapheme" }), async (given, name) => {
          pre(!name.includes("\0") && !String(given).includes("\0"));
          const [row] = await tables.rows<Record<string, unknown>>(`SELECT ${literal(given)} AS ${identifier(name)}`);
          expect(row![name]).toEqual(given === 0 ? 0 : given);
        }),
        { numRuns: 60 },
      ),
    );
  });

  it("make NULL of what is missing", () => {
    expect([NaN, null, undefined].map(literal)).toEqual(["NULL", "NULL", "NULL"]);
  });
});
