import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitPopularity, popularityFromBytes, popularityToBytes } from "./popularity.ts";

describe("fitPopularity", () => {
  it("ranks by count, breaks ties by id, leaves out what nobody took, and scores by share", () => {
    const model = fitPopularity([
      ["rye", 2],
      ["tea", 4],
      ["eggs", 1],
      ["ale", 2],
      ["chalk", 0],
      ["eggs", 1],
    ]);
    expect(model).toEqual({ items: ["tea", "ale", "eggs", "rye"], scores: [0.4, 0.2, 0.2, 0.2] });
  });

  it("does not depend on the order of the counts, and survives as bytes", () => {
    const counts = fc.uniqueArray(fc.tuple(fc.string(), fc.nat(3)), { selector: ([id]) => id });
    fc.assert(
      fc.property(counts, (list) => {
        const model = fitPopularity(list);
        expect(fitPopularity(list.toReversed())).toEqual(model);
        expect(popularityFromBytes(popularityToBytes(model))).toEqual(model);
      }),
    );
  });

  it("recommends nothing when nothing was taken", () => {
    expect(fitPopularity([])).toEqual({ items: [], scores: [] });
  });

  it("refuses counts that are negative or missing, and bytes that are something else", () => {
    expect(() => fitPopularity([["milk", -1]])).toThrow(expect.objectContaining({ code: "training/bad-interaction" }));
    expect(() => fitPopularity([["milk", NaN]])).toThrow(expect.objectContaining({ code: "training/bad-interaction" }));
    for (const text of ["", "null", "[]", '{"items":["a"],"scores":[]}']) {
      const bytes = new TextEncoder().encode(text);
      expect(() => popularityFromBytes(bytes)).toThrow(expect.objectContaining({ code: "training/unreadable-model" }));
    }
  });
});
