import { describe, expect, it } from "vitest";
import { compareVectors } from "./replay.ts";

const plan = {
  features: [
    { name: "buys", scoreOf: "als" as const },
    { name: "price", scoreOf: "als" as const },
  ],
};
const decision = (...values: number[]) => ({
  candidates: ["a", "b"].slice(0, values.length / 2),
  features: { names: ["buys", "price"], values: Float32Array.from(values) },
});

describe("the comparison of served and replayed vectors", () => {
  it("finds nothing where every bit is the same, missing values included", () => {
    const found = compareVectors(
      plan,
      [decision(1, NaN, 2, 0.1), decision(0, 3)],
      Float32Array.of(1, NaN, 2, 0.1, -0, 3),
    );
    expect(found).toEqual({ values: 6, differences: 0 });
  });

  it("counts the last bit of a value, and a value that is missing on one side only", () => {
    const nextFloat = new Float32Array(
      new Uint32Array([new Uint32Array(Float32Array.of(0.1).buffer)[0]! + 1]).buffer,
    )[0]!;
    const found = compareVectors(plan, [decision(1, 0.1, 2, NaN)], Float32Array.of(1, nextFloat, 2, 7));
    expect(found.differences).toBe(2);
    expect(found.example).toMatch(/^price of a was served as 0\.1\d*, replayed as 0\.1\d*$/);
  });

  it("skips decisions whose vectors were not logged", () => {
    const found = compareVectors(
      plan,
      [{ candidates: ["a"], features: { absent: "not sampled" } }, decision(5, 6)],
      Float32Array.of(5, 6),
    );
    expect(found).toEqual({ values: 2, differences: 0 });
  });
});
