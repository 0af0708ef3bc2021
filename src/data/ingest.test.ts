import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { manualClock } from "../kit/clock.ts";
import { ingest, sourceVersion } from "./ingest.ts";
import { madeFolders, ingested, NOW, problemOf, ratings, withTables } from "./testing/made-files.ts";

const folder = madeFolders();
const HEADER = "reader,book,rated_at,rating,note";
const GOOD = ["r1,b1,2020-01-02 10:00:00,4,fine", "r2,b1,2020-01-01T09:00:00Z,3,", "r1,b2,2020-01-03,5,007"];
const csv = (...rows: string[]) => `${[HEADER, ...rows].join("\n")}\n`;

describe("ingest of events", () => {
  it("makes a table with id, both clocks, entities and typed payload, in the order of time", async () => {
    const { report, rows } = await ingested(folder({ "ratings.csv": csv(...GOOD) }), ratings());
    const at = Date.UTC(2020, 0, 1, 9);
    expect(rows[0]).toEqual({
      event_id: "0-000000003",
      time_ms: at,
      known_ms: at,
      person: "r2",
      title: "b1",
      rating: 3,
      note: null,
    });
    expect(rows.map((row) => row.person)).toEqual(["r2", "r1", "r1"]);
    expect(report).toMatchObject({
      table: "source_ratings",
      files: ["ratings.csv"],
      rowsRead: 3,
      rowsKept: 3,
      rowsQuarantined: 0,
      firstTimeMillis: at,
      lastTimeMillis: Date.UTC(2020, 0, 3),
      lateRows: 0,
      entities: { person: 2, title: 2 },
      columns: { rating: "DOUBLE", note: "VARCHAR" },
      knownFrom: "rated_at",
      warnings: [],
    });
  });

  it("sets each bad row aside with its reason and line, and keeps the rest", async () => {
    const bad = [
      ["r1,b1,yesterday,4,", "rated_at is no time"],
      ["r1,b1,,4,", "rated_at is no time"],
      ["r1,b1,2020-06-01 00:05:01,4,", "rated_at lies in the future"],
      [" ,b1,2020-01-01,4,", "person is missing: reader is empty"],
      ["r1,,2020-01-01,4,", "title is missing: book is empty"],
      ["r1,b1,2020-01-01,NaN,", "rating is not a finite number"],
      ["r1,b1,2020-01-01,-inf,", "rating is not a finite number"],
      ["r1,b1,2020-01-01,four,", "rating is not a number"],
      ["r1,b1,2020-01-01,6,", "rating is outside 1..5"],
      ["r1,b1,2020-01-01", "its number of fields differs from the header's"],
      ['r1,"b1,2020-01-01,3,', "a quote is opened and not closed"],
    ] as const;
    const fine = Array.from({ length: 12 }, (_, i) => `r${i},b,2020-01-01 00:00:${10 + i},${(i % 5) + 1},`);
    const root = folder({ "ratings.csv": csv(...bad.map(([row]) => row), ...fine) });
    const { report, rows } = await ingested(root, ratings({ checks: ["rating in 1..5"] }));
    expect([report.rowsRead, report.rowsKept, rows.length]).toEqual([23, 12, 12]);
    const written = readFileSync(report.quarantineFile!, "utf8").trimEnd().split("\n");
    const lines = written.map((line) => JSON.parse(line) as { row: number; reason: string });
    expect(lines.map(({ row, reason }) => [row, reason])).toEqual(bad.map(([, reason], index) => [index + 2, reason]));
    expect(lines[8]).toEqual({
      file: "ratings.csv",
      row: 10,
      reason: "rating is outside 1..5",
      raw: { reader: "r1", book: "b1", rated_at: "2020-01-01", rating: "6", note: null },
    });
    expect(report.checks).toEqual([
      { text: "rating in 1..5", level: "row", of: 23, broken: 4, example: expect.stringContaining("ratings.csv:7") },
    ]);
  });

  it("counts every bad row and keeps a hundred samples of each reason", async () => {
    const bad = Array.from({ length: 150 }, () => "r1,b1,never,4,");
    const fine = Array.from({ length: 200 }, (_, i) => `r${i},b,2020-01-01,3,`);
    const { report } = await ingested(folder({ "ratings.csv": csv(...bad, ...fine) }), ratings());
    expect(report.quarantined).toMatchObject([{ reason: "rated_at is no time", count: 150, first: { row: 2 } }]);
    expect(readFileSync(report.quarantineFile!, "utf8").trimEnd().split("\n").length).toBe(100);
  });

  it("removes the quarantine file of an earlier run when nothing is bad any more", async () => {
    const root = folder({ "ratings.csv": csv(...GOOD), "quarantine/ratings.ndjson": "{}\n" });
    const { report } = await ingested(root, ratings());
    expect([report.quarantineFile, existsSync(join(root, "quarantine/ratings.ndjson"))]).toEqual([undefined, false]);
  });

  it("keeps the first event of an id, not counting rows that are bad for another reason", async () => {
    const rows = ["r/1,b1,never,1,x", "r/1,b1,2020-01-02,2,x", "r/1,b1,2020-01-01,3,x", "r,1/b1,2020-01-01,4,x"];
    const root = folder({ "ratings.csv": csv(...rows) });
    const { report, rows: kept } = await ingested(root, ratings({ id: ["reader", "book"] }));
    expect(kept.map(({ event_id, rating }) => [event_id, rating])).toEqual([
      ["r/1%2Fb1", 4],
      ["r%2F1/b1", 2],
    ]);
    expect(report.quarantined.map(({ reason, first }) => [reason, first.row])).toEqual([
      ["duplicate event id, the first was kept", 4],
      ["rated_at is no time", 2],
    ]);
  });

  it("keeps text where digits are a code, and treats NaN as missing where no check asks for numbers", async () => {
    const header = "reader,book,rated_at,code,card,amount,nearly";
    const row = (i: number, ...rest: string[]) => [`r${i}`, "b", "2020-01-01", ...rest].join(",");
    const rows = Array.from({ length: 20 }, (_, i) => row(i, `${i}`, "1234567890123456", "1.5", "7"));
    rows.push(row(20, "007", "1234567890123457", "NaN", "n/a"));
    const { report } = await ingested(folder({ "ratings.csv": [header, ...rows].join("\n") }), ratings());
    expect(report.columns).toEqual({ code: "VARCHAR", card: "VARCHAR", amount: "DOUBLE", nearly: "VARCHAR" });
    expect(report.warnings).toEqual([
      "amount: 1 values are NaN or infinite and count as missing",
      "nearly is text: 1 of 21 values are not numbers, such as `n/a`",
    ]);
  });

  it("replaces the table of an earlier run, and leaves it alone when the new one fails", async () => {
    const root = folder({
      "ratings.csv": csv(...GOOD),
      "other.csv": csv("r9,b9,2020-01-01,1,"),
      "bad.csv": "reader\nr1\n",
    });
    const options = { root, clock: manualClock(NOW), quarantineFolder: join(root, "q") };
    await withTables(async (tables) => {
      await ingest(tables, ratings(), options);
      await ingest(tables, ratings({ files: "other.csv" }), options);
      await problemOf(ingest(tables, ratings({ files: "bad.csv" }), options));
      expect(await tables.rows("SELECT person FROM source_ratings")).toEqual([{ person: "r9" }]);
      expect(await tables.rows("SHOW TABLES")).toEqual([{ name: "source_ratings" }]);
    });
  });
});

describe("the second clock", () => {
  const header = "reader,book,rated_at,received_at";
  const rows = [
    "r1,b,2020-01-01 10:00,2020-01-01 12:00",
    "r2,b,2020-01-01 10:00,2020-01-01 09:50",
    "r3,b,2020-01-01 10:00,2020-01-01 09:58",
  ];
  const known = { column: "received_at", orElse: "rated_at", plusMillis: 60_000 };
  const delays = (kept: Record<string, unknown>[]) => kept.map((row) => Number(row.known_ms) - Number(row.time_ms));

  it("is read from its column; what is known before it happened counts as known when it happened", async () => {
    const root = folder({ "ratings.csv": [header, ...rows].join("\n") });
    const { report, rows: kept } = await ingested(root, ratings({ known }));
    expect(delays(kept)).toEqual([7_200_000, 0, 0]);
    expect(report).toMatchObject({ lateRows: 1, skewedRows: 1, knownFrom: "received_at", knownPlusMillis: 0 });
    expect(report.warnings.join()).toContain("two clocks differ");
  });

  it("falls back to another column plus a delay where the files lack it", async () => {
    const { report, rows: kept } = await ingested(folder({ "ratings.csv": csv(...GOOD) }), ratings({ known }));
    expect(delays(kept)).toEqual([60_000, 60_000, 60_000]);
    expect(report).toMatchObject({ lateRows: 3, skewedRows: 0, knownFrom: "rated_at", knownPlusMillis: 60_000 });
  });

  it("sets a row aside whose arrival cannot be read, because it must not count as known at once", async () => {
    const root = folder({ "ratings.csv": [header, ...rows, "r4,b,2020-01-01 10:00,"].join("\n") });
    const { report } = await ingested(root, ratings({ known }));
    expect(report.quarantined).toMatchObject([{ reason: "the time it was known is no time", first: { row: 5 } }]);
  });
});

describe("ingest of a table", () => {
  const books = {
    name: "books",
    kind: "table" as const,
    files: "books.csv",
    entities: { title: "book" },
    time: undefined,
  };

  it("has one row per key: the first", async () => {
    const root = folder({ "books.csv": "book,genre\nb1,crime\nb2,\nb1,poetry\n,none\n" });
    const { report, rows } = await ingested(root, ratings({ ...books }));
    expect(rows).toEqual([
      { title: "b1", genre: "crime" },
      { title: "b2", genre: null },
    ]);
    expect(report.quarantined.map(({ reason }) => reason)).toEqual([
      "duplicate title, the first was kept",
      "title is missing: book is empty",
    ]);
    expect([report.entities, report.firstTimeMillis, report.knownFrom]).toEqual([{ title: 2 }, undefined, undefined]);
  });

  it("is empty, with columns, when its source is optional and the file absent", async () => {
    const source = ratings({ optional: true, columns: ["rating"], checks: ["note in (good, bad)"] });
    const { report, rows } = await ingested(folder(), source);
    expect([rows, report.columns, report.files]).toEqual([[], { rating: "DOUBLE", note: "VARCHAR" }, []]);
    expect(report.warnings).toEqual(["no file ratings.csv: the optional source ratings is empty"]);
  });

  it("holds unique columns to it", async () => {
    const root = folder({ "books.csv": "book,isbn\nb1,1\nb2,1\nb3,\nb4,\n" });
    const { report, rows } = await ingested(root, ratings({ ...books, checks: ["isbn unique"] }));
    expect(rows.map(({ title }) => title)).toEqual(["b1", "b3", "b4"]);
    expect(report.checks[0]).toMatchObject({ broken: 1, of: 4 });
  });
});

describe("files", () => {
  it("give the same rows as CSV, compressed CSV, NDJSON and Parquet", async () => {
    const text = csv(...GOOD);
    const objects = GOOD.map((row) => {
      const [reader, book, rated_at, rating, note] = row.split(",");
      return JSON.stringify({ reader, book, rated_at, rating: Number(rating), note });
    });
    const root = folder({
      "ratings.csv": text,
      "ratings.csv.gz": gzipSync(text),
      "ratings.ndjson": `${objects.join("\n\n")}\n`,
    });
    await withTables((tables) =>
      tables.run(
        `COPY (SELECT reader, book, rated_at::TIMESTAMPTZ AS rated_at, rating::DOUBLE AS rating, note
         FROM read_csv('${root}/ratings.csv', all_varchar = true)) TO '${root}/ratings.parquet'`,
      ),
    );
    const expected = (await ingested(root, ratings())).rows;
    expect(expected.length).toBe(3);
    for (const files of ["ratings.csv.gz", "ratings.ndjson", "ratings.parquet"]) {
      const { rows } = await ingested(root, ratings({ files }));
      const withoutId = (list: Record<string, unknown>[]) => list.map((row) => ({ ...row, event_id: undefined }));
      expect(withoutId(rows)).toEqual(withoutId(expected));
    }
  });

  it("of Parquet give the keys that CSV would, also where whole numbers are stored as floating point", async () => {
    const root = folder();
    await withTables((tables) =>
      tables.run(
        `COPY (SELECT 12::DOUBLE AS reader, 34::BIGINT AS book, 1577836800::BIGINT AS rated_at, 4.5::FLOAT AS rating)
         TO '${root}/ratings.parquet'`,
      ),
    );
    const { rows } = await ingested(root, ratings({ files: "ratings.parquet" }));
    expect(rows).toMatchObject([{ person: "12", title: "34", time_ms: Date.UTC(2020, 0, 1), rating: 4.5 }]);
  });

  it("may be many; a column that one of them lacks is missing there", async () => {
    const root = folder({
      "ratings_1.csv": "reader,book,rated_at\nr1,b1,2020-01-01\n",
      "ratings_2.csv": csv(GOOD[0]!),
    });
    const { report, rows } = await ingested(root, ratings({ files: "ratings_*.csv" }));
    expect(rows.map(({ person, rating }) => [person, rating])).toEqual([
      ["r1", null],
      ["r1", 4],
    ]);
    expect(report.files).toEqual(["ratings_1.csv", "ratings_2.csv"]);
    expect(report.warnings[0]).toBe("ratings_1.csv has no column rating, which other files have: it is missing there");
  });

  it("have a version that depends on their content only", async () => {
    const [one, two] = [folder({ "ratings.csv": csv(...GOOD) }), folder({ "ratings.csv": csv(...GOOD) })];
    const version = await sourceVersion(ratings(), { root: one });
    expect(version).toMatch(/^[0-9a-f]{64}$/);
    expect((await ingested(two, ratings())).report.versionSha256).toBe(version);
    expect(await sourceVersion(ratings(), { root: folder({ "ratings.csv": csv(GOOD[0]!) }) })).not.toBe(version);
    expect(await sourceVersion(ratings(), { root: folder() })).toBeUndefined();
  });

  it("of JSON lines set aside what is no object", async () => {
    const fine = [1, 2, 3].map((i) => `{"reader":"r${i}","book":"b","rated_at":"2020-01-0${i}","tags":["a","b"]}`);
    const root = folder({ "ratings.ndjson": [fine[0], "{oops", "[1]", fine[1], fine[2]].join("\n") });
    const { report, rows } = await ingested(root, ratings({ files: "ratings.ndjson" }));
    expect(report.quarantined).toMatchObject([
      { reason: "the line is not a JSON object", count: 2, first: { row: 2 } },
    ]);
    expect(rows[0]!.tags).toBe('["a","b"]');
  });
});
