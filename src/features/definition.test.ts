import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { aggregates } from "./aggregates/index.ts";
import { checkDefinitions, featureSignature, type FeatureDefinition } from "./definition.ts";

const visits: FeatureDefinition = {
  name: "visits",
  source: "visits",
  keys: [{ entity: "household" }],
  aggregate: { kind: "count" },
  overMillis: 1000,
};

describe("a feature signature", () => {
  it("is the same for the same definitions however their keys are ordered", () => {
    const { name, ...rest } = visits;
    expect(featureSignature([{ ...rest, name }])).toBe(featureSignature([visits]));
    expect(featureSignature([visits])).toMatch(/^[0-9a-f]{64}$/);
  });

  it("changes with anything that changes a column, and with the order of columns", () => {
    const other = { ...visits, name: "other" };
    const variants = [
      [visits],
      [{ ...visits, overMillis: 1001 }],
      [{ ...visits, aggregate: { kind: "timeSince" } as const }],
      [{ ...visits, keys: [] }],
      [visits, other],
      [other, visits],
    ];
    expect(new Set(variants.map(featureSignature)).size).toBe(variants.length);
  });
});

describe("definitions", () => {
  it("are refused when two have one name or a window is not whole milliseconds", () => {
    expect(() => checkDefinitions([visits, visits])).toThrow(
      expect.objectContaining({ code: "features/duplicate-name" }),
    );
    for (const overMillis of [0, -1, 0.5, NaN, Infinity]) {
      expect(() => checkDefinitions([{ ...visits, overMillis }])).toThrow(
        expect.objectContaining({ code: "features/bad-window" }),
      );
    }
  });

  it("can use every aggregate that has a file", () => {
    const files = readdirSync(new URL("./aggregates", import.meta.url)).filter(
      (file) => !["index.ts", "aggregate.ts"].includes(file),
    );
    const kinds = files.map((file) =>
      file.replace(".ts", "").replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
    );
    expect(kinds.toSorted()).toEqual(Object.keys(aggregates).toSorted());
    expect(kinds.length).toBe(6);
  });
});
