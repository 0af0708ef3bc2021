import { describe, expect, it } from "vitest";
import { Problem } from "../../kit/problem.ts";
import { toyDesign, toyPlan } from "./testing/toy-shop.ts";

/** The problem that a design has after one of its texts is exchanged. */
function refusal(found: string | RegExp, put: string): Problem {
  const text = toyDesign.replace(found, put);
  if (text === toyDesign) throw new Error(`the toy design holds no ${found}`);
  try {
    toyPlan(text);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error("it compiled");
}

/** Line of the toy design that holds a text, counted from 1. */
const lineOf = (text: string): number => toyDesign.split("\n").findIndex((line) => line.includes(text)) + 1;

describe("compileRecommendation", () => {
  it("compiles the toy design", () => {
    const plan = toyPlan();
    expect(plan).toMatchObject({
      forWhom: "household",
      what: "product",
      outcome: { source: "transactions", per: "basket_id", windowMillis: 86_400_000 },
      baseline: { name: "popularity", overMillis: 30 * 86_400_000 },
      retrieve: { als: { factors: 4, take: 5 }, boughtBefore: { take: 5 } },
      holdOut: { share: 0.1 },
    });
    expect(plan.path.map(({ step }) => step)).toEqual(["retrieve", "features", "rank", "rerank"]);
    expect(plan.features[1]).toMatchObject({
      kept: { keys: [{ entity: "household" }, { entity: "product", attribute: "product_type", of: "products" }] },
    });
    expect(plan.sources.map(({ definition }) => definition.columns)).toEqual([
      ["quantity", "basket_id"],
      ["product_type"],
      [],
    ]);
  });

  it("survives a message to another process", () => {
    expect(JSON.parse(JSON.stringify(toyPlan()))).toEqual(toyPlan());
  });

  const whole = (key: string) => new RegExp(`^${key}:\\n(?: .*\\n)*`, "m");
  it.each([
    ["sources", whole("data"), ""],
    ["labels", /^ {2}labels:\n.*\n/m, ""],
    ["features", whole("features"), ""],
    ["a model", whole("model"), ""],
    ["a way to rank", /^ {2}rank:.*\n/m, ""],
    ["a way to retrieve", /^ {2}retrieve:\n(?: {4}.*\n)*/m, ""],
    ["a baseline", /^ {2}baseline:.*\n/m, ""],
  ])("asks for %s where there is none, with a line and a fix", (_, found, put) => {
    const problem = refusal(found, put);
    expect(problem.code).toBe("run/design-incomplete");
    expect(problem.at).toMatchObject({ file: "toy.yaml", line: expect.any(Number) as number });
    expect(problem.fix).toMatch(/^add `/);
  });

  it.each([
    ["a feature without a meaning", "is: count where quantity > 0, ", "", "pair_buys", "run/design-incomplete"],
    [
      "a window without a width",
      "is: count, over: 30d}\n  - {name: pair_v",
      "is: count}\n  - {name: pair_v",
      "product_buys",
      "run/design-incomplete",
    ],
    ["the score of what gives none", "score of als", "score of popularity", "als_score", "run/not-supported"],
    ["a path with another step", "step: retrieve", "step: rewrite", "path:", "run/not-supported"],
    ["a mode that cannot be run", "mode: online", "mode: batch", "mode:", "run/not-supported"],
    ["a source without files", "from: t.csv, ", "", "name: transactions", "run/design-incomplete"],
    ["an outcome without a time", "time: at, known: seen", "", "name: transactions", "run/design-incomplete"],
    [
      "one entity only",
      "{household: household_id, product: product_id}, time: at",
      "{product: product_id}, time: at",
      "sources:",
      "run/design-incomplete",
    ],
  ])("refuses %s on its line", (_, found, put, line, code) => {
    const problem = refusal(found, put);
    expect(problem.code).toBe(code);
    expect(problem.at?.line).toBeGreaterThanOrEqual(lineOf(line));
    expect(problem.at?.line).toBeLessThanOrEqual(lineOf(line) + 1);
  });

  it("refuses `by` without a table that says the attribute", () => {
    const problem = refusal(/^ {4}- \{name: products.*\n/m, "");
    expect(problem.code).toBe("run/design-incomplete");
    expect(problem.found).toContain("product_type of each product");
    expect(problem.at?.line).toBe(lineOf("type_buys") - 1);
  });
});
