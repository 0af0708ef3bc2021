import { expect, it } from "vitest";
import { numberSql, timeMillisSql } from "./cast.ts";
import { literal } from "./table-store.ts";
import { withTables } from "./testing/made-files.ts";

const read = (sql: (text: string) => string, texts: readonly string[]) =>
  withTables(async (tables) => {
    const values = texts.map((text, index) => `(${index}, ${literal(text)})`).join(", ");
    const rows = await tables.rows<{ v: unknown }>(
      `SELECT ${sql("text")} AS v FROM (VALUES ${values}) AS t(i, text) ORDER BY i`,
    );
    return rows.map(({ v }) => v);
  });

it("reads times in UTC unless they say otherwise, and whole numbers by their size", async () => {
  const noon = Date.UTC(2017, 0, 28, 12);
  const texts = [
    "2017-01-28 12:00:00",
    "2017-01-28T12:00:00Z",
    "2017-01-28T14:00:00+02:00",
    "2017-01-28 07:30:00.000-0430",
    " 2017-01-28 12:00 ",
    `${noon / 1000}`,
    `${noon}`,
    `${noon}000`,
    `${noon}000000`,
  ];
  expect(await read(timeMillisSql, texts)).toEqual(texts.map(() => noon));
  expect(await read(timeMillisSql, ["2017-01-28"])).toEqual([Date.UTC(2017, 0, 28)]);
});

it("reads no time where there is none", async () => {
  const texts = ["", "yesterday", "infinity", "epoch", "2017-02-30", "28/01/2017", "12:00", "5", "20170128", "NaN"];
  expect(await read(timeMillisSql, texts)).toEqual(texts.map(() => null));
});

it("reads numbers as data writes them and nothing else", async () => {
  const texts = ["1", "-2.5", "1e5", " 3 ", ".5", "NaN", "inf", "1_000", "1,000", "", "0x10", "five"];
  const numbers = [1, -2.5, 100_000, 3, 0.5, NaN, Infinity, null, null, null, null, null];
  expect(await read(numberSql, texts)).toEqual(numbers);
});
