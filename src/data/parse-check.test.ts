import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkKinds } from "./checks/index.ts";
import { parseCheck } from "./parse-check.ts";
import { problemOf } from "./testing/made-files.ts";

const DAY_ONE = 18_000;

describe("a check", () => {
  it("is read from the form that its kind shows", () => {
    expect(checkKinds.map(({ form }) => parseCheck(form).kind)).toEqual(checkKinds.map(({ kind }) => kind));
  });

  it("has one file per kind in the folder", () => {
    const files = readdirSync(new URL("checks", import.meta.url)).map((name) => name.replace(".ts", ""));
    const kinds = files.filter((name) => name !== "index" && name !== "check");
    expect(checkKinds.map(({ kind }) => kind).toSorted()).toEqual(kinds.toSorted());
    expect(kinds.length).toBeGreaterThanOrEqual(5);
  });

  it("names its columns, also those with blanks, and which must be numbers", () => {
    expect(parseCheck("`unit price` in 0..10")).toMatchObject({ columns: ["unit price"], numeric: ["unit price"] });
    expect(parseCheck(" status   in (a, 'b, c') ")).toMatchObject({
      columns: ["status"],
      numeric: [],
      rowFault: { reason: "status is not one of a, b, c" },
    });
    expect(parseCheck("stars in (1, 2, 3)").numeric).toEqual(["stars"]);
  });

  it("may leave an end of a range open", () => {
    expect(parseCheck("price in 0..").rowFault?.broken).not.toContain(">");
    expect(parseCheck("delay in ..-1.5").rowFault?.broken).toContain("> -1.5");
  });

  it.each([
    ["rating between 1 and 5", "data/unknown-check"],
    ["", "data/unknown-check"],
    ["status in ()", "data/unknown-check"],
    ["status in (a, 'b)", "data/unknown-check"],
    ["rows per day within a lot", "data/unknown-check"],
    ["rating in 5..1", "data/malformed-check"],
    ["rating in ..", "data/malformed-check"],
  ])("that reads `%s` is a Problem that shows what is allowed", async (text, code) => {
    const problem = await problemOf(() => parseCheck(text));
    expect(problem.code).toBe(code);
    expect(problem.fix).toContain("rating in 1..5");
  });
});

describe("rows per day", () => {
  const judge = parseCheck("rows per day within 50% of the week's median").judgeDays!;
  const days = (counts: number[]) => counts.map((rows, offset) => ({ day: DAY_ONE + offset, rows }));

  it("flags a day far from the median of its week, but not the incomplete ends", () => {
    expect(judge(days([3, 100, 110, 95, 30, 105, 100, 160, 98, 2]))).toEqual([
      { day: DAY_ONE + 4, rows: 30, expected: "where 50 to 150 were expected" },
      { day: DAY_ONE + 7, rows: 160, expected: "where 50 to 150 were expected" },
    ]);
  });

  it("counts a day without rows as zero", () => {
    const gap = days([10, 10, 10, 10, 10, 10, 10]).filter(({ day }) => day !== DAY_ONE + 3);
    expect(judge(gap)).toEqual([{ day: DAY_ONE + 3, rows: 0, expected: "where 5 to 15 were expected" }]);
  });

  it("has nothing to say about no days or two", () => {
    expect([judge([]), judge(days([5, 500]))]).toEqual([[], []]);
  });
});
