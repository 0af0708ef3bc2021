import { describe, expect, it } from "vitest";
import { Problem, placeText, problemText } from "./problem.ts";
import { problemCodes } from "./problem-codes.ts";

const facts = {
  code: "quantity/wrong-unit",
  found: "`80 rows` is no time.",
  fix: "write a time such as `80ms`",
} as const;
const at = { file: "grocery.design.yaml", line: 41, column: 3, path: "serving.p99" };

describe("problemText", () => {
  it("says what was found, where, what to change, and the code", () => {
    expect(problemText(new Problem({ ...facts, at }))).toBe(
      [
        "Problem: `80 rows` is no time.",
        "  at   grocery.design.yaml:41:3  serving.p99",
        "  fix  write a time such as `80ms`",
        "  code quantity/wrong-unit",
      ].join("\n"),
    );
  });

  it("leaves the place out where there is none", () => {
    expect(problemText(new Problem(facts))).not.toContain("  at ");
    expect(problemText(new Problem({ ...facts, at: {} }))).not.toContain("  at ");
  });
});

describe("placeText", () => {
  it("shows as much of the place as is known", () => {
    expect(placeText({ file: "a.csv" })).toBe("a.csv");
    expect(placeText({ file: "a.csv", line: 7 })).toBe("a.csv:7");
    expect(placeText({ path: "data.labels" })).toBe("data.labels");
    expect(placeText({ file: "a.csv", column: 3 })).toBe("a.csv");
    expect(placeText(undefined)).toBeUndefined();
  });
});

describe("a Problem", () => {
  it("is an Error with its cause, and its JSON is what a client needs", () => {
    const cause = new Error("disk");
    const problem = new Problem({ ...facts, at, cause });
    expect(problem).toBeInstanceOf(Error);
    expect([problem.name, problem.message, problem.cause]).toEqual(["Problem", facts.found, cause]);
    expect(JSON.parse(JSON.stringify(problem))).toEqual({ ...facts, at });
    expect(JSON.parse(JSON.stringify(new Problem(facts)))).toEqual(facts);
  });

  it("takes its HTTP status from the table of codes, 500 where none is named", () => {
    for (const [code, { httpStatus }] of Object.entries<{ httpStatus?: number }>(problemCodes)) {
      const problem = new Problem({ ...facts, code: code as keyof typeof problemCodes });
      expect(problem.httpStatus).toBe(httpStatus ?? 500);
    }
  });
});

describe("the table of codes", () => {
  it("has codes of a room and a name, each with a whole sentence", () => {
    for (const [code, { when }] of Object.entries(problemCodes)) {
      expect(code).toMatch(/^[a-z][a-z-]*\/[a-z][a-z-]*$/);
      expect(when, code).toMatch(/^[A-Z`].*[.]$/);
    }
  });
});
