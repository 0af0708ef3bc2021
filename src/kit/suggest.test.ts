import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance, nearest } from "./suggest.ts";

describe("nearest", () => {
  const known = ["target", "metric", "baseline", "at", "of"];

  it("finds the word that was meant, through a swap, a slip, a missing letter or capitals", () => {
    const slips = ["tagret", "tarqet", "targt", "TARGET", "targets"];
    expect(slips.map((slip) => nearest(slip, known))).toEqual(slips.map(() => "target"));
    expect(nearest("ta", known)).toBe("at");
  });

  it("stays silent where too many letters would have to change, and where nothing is known", () => {
    expect(nearest("latency", known)).toBeUndefined();
    expect(nearest("target", [])).toBeUndefined();
  });

  it("takes the nearest of several, and the first of equals", () => {
    expect(nearest("recal", ["recall", "real"])).toBe("recall");
    expect(nearest("bat", ["cat", "hat"])).toBe("cat");
  });
});

describe("editDistance", () => {
  const word = fc.string({ maxLength: 8, unit: fc.constantFrom("a", "b", "c") });

  it("knows the textbook cases", () => {
    expect(editDistance("kitten", "sitting")).toBe(3);
    expect(editDistance("ab", "ba")).toBe(1);
    expect(editDistance("ca", "abc")).toBe(3); // optimal string alignment; unrestricted distance would be 2
    expect(editDistance("", "abc")).toBe(3);
  });

  it("is 0 only for the same word, the same both ways, and at most the length of the longer", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b);
        expect(distance === 0).toBe(a === b);
        expect(editDistance(b, a)).toBe(distance);
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});
