import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePredicate, passes, predicateColumns, predicateSql, predicateText, type RowValues } from "./predicate.ts";
import { Problem } from "./problem.ts";

const holds = (text: string, row: RowValues): boolean => passes(parsePredicate(text), row);
const sql = (text: string): string => predicateSql(parsePredicate(text), (column) => `"${column}"`);

describe("parsePredicate", () => {
  it("lets `not` bind before `and`, and `and` before `or`", () => {
    expect(parsePredicate("a = 1 or b = 2 and not c = 3")).toEqual(parsePredicate("a = 1 or (b = 2 and (not c = 3))"));
    expect(parsePredicate("(a = 1 or b = 2) and c = 3")).toMatchObject({ kind: "and", left: { kind: "or" } });
  });

  it("reads every comparison, under each of its spellings", () => {
    const operators = ["=", "==", "!=", "<>", "<", "<=", ">", ">="].map((operator) =>
      parsePredicate(`a ${operator} 1`),
    );
    expect(operators).toMatchObject(["=", "=", "!=", "!=", "<", "<=", ">", ">="].map((operator) => ({ operator })));
  });

  it("reads numbers, quoted and bare texts, lists and missing", () => {
    expect(parsePredicate("price <= -3.5e2")).toMatchObject({ value: -350 });
    expect(parsePredicate("brand = 'Chef''s own'")).toMatchObject({ value: "Chef's own" });
    expect(parsePredicate("brand = Private")).toMatchObject({ value: "Private" });
    expect(parsePredicate("brand IN (Private, 'No, thanks', 3)")).toMatchObject({
      values: ["Private", "No, thanks", 3],
    });
    expect(parsePredicate("brand is not missing")).toMatchObject({ kind: "missing", negated: true });
    expect(parsePredicate("brand = 'or'")).toMatchObject({ value: "or" });
  });

  it("says what it expected and what it found instead", () => {
    const cases: [text: string, message: RegExp][] = [
      ["", /expected a column name, found the end/],
      ["a", /expected a comparison such as `>=`, found the end/],
      ["a >", /expected a number or a 'text', found the end/],
      ["a = 1 b = 2", /expected `and`, `or` or the end, found `b`/],
      ["(a = 1", /expected `\)`, found the end/],
      ["a in 1", /expected `\(`, found `1`/],
      ["a is 3", /expected `missing`, found `3`/],
      ["3 < a", /expected a column name, found `3`/],
      ["a = 'open", /cannot read `'open`/],
      ["a % 2 = 1", /cannot read `% 2 = 1`/],
    ];
    for (const [text, message] of cases) expect(() => parsePredicate(text), text).toThrow(message);
  });

  it("is read the same from what predicateText writes, with no parenthesis too many", () => {
    for (const text of [
      "a = 1 or b > 2 and c is missing",
      "(a = 1 or b = 2) and not (c != 'O''Neill' and d in (1, 'x'))",
      "a = 1 and (b = 2 and c = 3)",
      "not not a is not missing",
      "a = 'and'",
    ]) {
      const read = parsePredicate(text);
      expect(parsePredicate(predicateText(read)), text).toEqual(read);
    }
    expect(predicateText(parsePredicate("((a=1) or (b>2 and c is null))"))).toBe("a = 1 or b > 2 and c is missing");
  });

  it("never throws anything but a Problem, whatever the text", () => {
    const piece = fc.constantFrom(
      "a",
      "=",
      "1",
      "'x'",
      "and",
      "or",
      "not",
      "(",
      ")",
      "in",
      ",",
      "is",
      "missing",
      "'",
      "%",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join(" ")),
        ),
        (text) => {
          try {
            parsePredicate(text);
          } catch (error) {
            if (!(error instanceof Problem) || error.code !== "predicate/malformed") throw error;
          }
        },
      ),
    );
  });
});

describe("passes", () => {
  it("lets no comparison with a missing value pass, nor its negation", () => {
    for (const row of [{}, { a: null }, { a: undefined }, { a: NaN }]) {
      for (const text of ["a = 1", "not a = 1", "a != 1", "a in (1, 2)", "not a in (1, 2)", "a = 'x'"]) {
        expect(holds(text, row), text).toBe(false);
      }
      expect(holds("a is missing", row)).toBe(true);
      expect(holds("a = 1 or b = 2", { ...row, b: 2 })).toBe(true);
      expect(holds("not (a = 1 and b = 2)", { ...row, b: 3 })).toBe(true);
      expect(holds("not (a = 1 and b = 2)", { ...row, b: 2 })).toBe(false);
    }
  });

  it("reads a text column as a number where it is held against one, and text that is none as unknown", () => {
    expect(holds("a < 10", { a: "9" })).toBe(true);
    expect(holds("a = 5", { a: " 5.0 " })).toBe(true);
    for (const a of ["", " ", "five", "0x5", "5,0", "1e"]) {
      expect(holds("a >= 0", { a }), a).toBe(false);
      expect(holds("not a >= 0", { a }), a).toBe(false);
    }
  });

  it("compares a number column by value where it is held against a text", () => {
    expect(holds("a < '10'", { a: 9 })).toBe(true);
    expect(holds("a = '9'", { a: 9n })).toBe(true);
  });

  it("orders texts by code point, as databases do", () => {
    expect(holds("a < '\uFF5E'", { a: "\u{1F600}" })).toBe(false);
    expect(holds("a < '\u{1F601}'", { a: "\u{1F600}" })).toBe(true);
    expect(holds("a < 'b'", { a: "a" })).toBe(true);
    expect(holds("a < 'ab'", { a: "a" })).toBe(true);
  });

  it("reads booleans as true and false, and as 1 and 0", () => {
    expect(holds("a = true and a = 1", { a: true })).toBe(true);
    expect(holds("a = false and a = 0", { a: false })).toBe(true);
  });
});

describe("predicateSql", () => {
  it("quotes texts, keeps the order of the filter and names each column through the caller", () => {
    expect(sql("brand = 'Chef''s' or not (b != 'x' and c is missing)")).toBe(
      `("brand" = 'Chef''s' OR NOT (("b" <> 'x' AND "c" IS NULL)))`,
    );
  });

  it("names every column once", () => {
    expect(predicateColumns(parsePredicate("a = 1 and (b in (1) or not a > 2) and c is missing"))).toEqual([
      "a",
      "b",
      "c",
    ]);
  });
});
