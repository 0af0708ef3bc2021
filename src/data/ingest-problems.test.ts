import { mkdirSync, symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { ingested, madeFolders, problemOf, ratings } from "./testing/made-files.ts";

const folder = madeFolders();
const GOOD = "reader,book,rated_at,rating\nr1,b1,2020-01-01,4\n";

type Files = Record<string, string | Uint8Array>;
type Changes = Parameters<typeof ratings>[0];
type Case = readonly [what: string, code: string, says: RegExp, fix: RegExp, files: Files, changes?: Changes];

const cases: readonly Case[] = [
  [
    "a name nearly right",
    "data/file-not-found",
    /holds rating\.csv/,
    /did you mean rating\.csv/,
    { "rating.csv": GOOD },
  ],
  [
    "a pattern that fits nothing",
    "data/file-not-found",
    /ratings\*\.parquet/,
    /mean ratings_all\.csv/,
    { "ratings_all.csv": GOOD },
    { files: "ratings*.parquet" },
  ],
  ["a folder without data", "data/file-not-found", /no data file/, /--data/, { "notes.txt": "x" }],
  [
    "an ending nobody knows",
    "data/unknown-format",
    /ratings\.xlsx/,
    /Parquet/,
    { "ratings.xlsx": "x" },
    { files: "ratings.xlsx" },
  ],
  ["an empty file", "data/empty-file", /0 bytes/, /header line/, { "ratings.csv": "" }],
  ["a header alone", "data/no-rows", /no rows/, /optional/, { "ratings.csv": "reader,book,rated_at,rating" }],
  ["blank lines alone", "data/no-rows", /no rows/, /optional/, { "ratings.csv": "\n\n\r\n" }],
  [
    "JSON lines that are blank",
    "data/no-rows",
    /no rows/,
    /optional/,
    { "ratings.ndjson": "\n \n" },
    { files: "ratings.ndjson" },
  ],
  [
    "a column misspelt",
    "data/missing-column",
    /no column rated_at.*as the time.*raetd_at/,
    /mean raetd_at/,
    { "ratings.csv": GOOD.replace("rated", "raetd") },
  ],
  [
    "a column of a check that is absent",
    "data/missing-column",
    /check `stars in 1\.\.5`/,
    /add the column/,
    { "ratings.csv": GOOD },
    { checks: ["stars in 1..5"] },
  ],
  [
    "a column named twice",
    "data/duplicate-column",
    /Book twice/,
    /rename/,
    { "ratings.csv": GOOD.replace("rating", "Book") },
  ],
  [
    "a column named as the entity",
    "data/column-name-taken",
    /column Person .* an entity/,
    /rename the entity/,
    { "ratings.csv": GOOD.replace("rating", "Person") },
  ],
  [
    "a column named as a clock",
    "data/column-name-taken",
    /time_ms/,
    /rename the column/,
    { "ratings.csv": GOOD.replace("rating", "time_ms") },
  ],
  ["zeros for text", "data/binary-file", /100% of its first bytes/, /UTF-8/, { "ratings.csv": new Uint8Array(9000) }],
  ["Parquet called CSV", "data/binary-file", /a Parquet file/, /\.parquet/, { "ratings.csv": "PAR1\0\0\0\0" }],
  ["UTF-16", "data/binary-file", /UTF-16/, /UTF-8/, { "ratings.csv": Buffer.from(`\ufeff${GOOD}`, "utf16le") }],
  [
    "a quote open in the header",
    "data/unreadable-file",
    /header/,
    /first line/,
    { "ratings.csv": 'reader,"book\n1,2\n' },
  ],
  [
    "text called Parquet",
    "data/unreadable-file",
    /as parquet/,
    /whole/,
    { "ratings.parquet": GOOD },
    { files: "ratings.parquet" },
  ],
  [
    "gzip that breaks off",
    "data/unreadable-file",
    /as csv\.gz/,
    /whole/,
    { "ratings.csv.gz": gzipSync(GOOD).subarray(0, 30) },
    { files: "ratings.csv.gz" },
  ],
  [
    "plain text called gzip",
    "data/unreadable-file",
    /header check/,
    /whole/,
    { "ratings.csv.gz": GOOD },
    { files: "ratings.csv.gz" },
  ],
  [
    "mostly bad rows",
    "data/too-many-bad-rows",
    /2 of 3 rows.*rated_at is no time, first in ratings\.csv:3/,
    /samples lie in/,
    { "ratings.csv": `${GOOD}r1,b1,1.1.20,3\nr1,b1,2.1.20,3\n` },
  ],
  [
    "events without a time",
    "data/no-time-column",
    /nothing says when/,
    /time:/,
    { "ratings.csv": GOOD },
    { time: undefined },
  ],
];

const named = cases.map(([what, code, says, fix, files, changes]) => ({ what, code, says, fix, files, changes }));

it.each(named)("$what is a Problem with place and fix", async ({ code, says, fix, files, changes }) => {
  const problem = await problemOf(ingested(folder(files), ratings(changes)));
  expect(problem).toMatchObject({ code, found: expect.stringMatching(says), fix: expect.stringMatching(fix) });
});

it("a file of 1 GB is refused before it is read, with a word about the limit", async () => {
  const root = folder({ "ratings.csv": GOOD });
  truncateSync(join(root, "ratings.csv"), 1e9);
  const problem = await problemOf(ingested(root, ratings()));
  expect(problem).toMatchObject({ code: "data/file-too-large", found: expect.stringContaining("1.00 GB") });
  expect(problem.fix).toContain("maxSourceBytes");
});

it("a data folder that is absent, or a file, is a Problem", async () => {
  const root = folder({ "ratings.csv": GOOD });
  const quarantineFolder = join(root, "q");
  for (const wrong of [join(root, "nowhere"), join(root, "ratings.csv")]) {
    const problem = await problemOf(ingested(wrong, ratings(), { quarantineFolder }));
    expect(problem).toMatchObject({ code: "data/no-such-folder", at: { file: wrong } });
  }
});

it("a quarantine folder that cannot be written is a Problem before any work is done", async () => {
  const root = folder({ "ratings.csv": GOOD });
  for (const quarantineFolder of [join(root, "ratings.csv"), join(root, "ratings.csv", "q"), "/proc/quarantine"]) {
    const problem = await problemOf(ingested(root, ratings(), { quarantineFolder }));
    expect(problem).toMatchObject({ code: "data/folder-not-writable", at: { file: quarantineFolder } });
  }
});

it("a link that leads nowhere, or to a folder, is a Problem", async () => {
  const root = folder();
  mkdirSync(join(root, "inside"));
  symlinkSync(join(root, "nowhere"), join(root, "ratings.csv"));
  symlinkSync(join(root, "inside"), join(root, "ratings.parquet"));
  for (const files of ["ratings.csv", "ratings.parquet"]) {
    const problem = await problemOf(ingested(root, ratings({ files })));
    expect(problem).toMatchObject({ code: "data/unreadable-file", at: { file: join(root, files) } });
  }
});
