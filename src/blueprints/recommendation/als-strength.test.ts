import { describe, expect, it } from "vitest";
import { alsStrength, largestSingularValue } from "./als-strength.ts";

/** Every one of `users` took each of `items` once. */
function everybodyTook(users: number, items: number) {
  const pairs = Array.from({ length: users * items }, (_, i) => [Math.floor(i / items), i % items] as const);
  return {
    userCount: users,
    itemCount: items,
    userIndex: Int32Array.from(pairs, ([user]) => user),
    itemIndex: Int32Array.from(pairs, ([, item]) => item),
    value: new Float32Array(pairs.length).fill(1),
  };
}

describe("largestSingularValue", () => {
  it("is that of the closed forms", () => {
    // A constant m × n matrix c has the one singular value c √(mn).
    expect(largestSingularValue(everybodyTook(4, 9), (one) => 3 * one)).toBeCloseTo(18, 9);
    // [[1, 1], [0, 1]] has the golden ratio.
    const golden = {
      userCount: 2,
      itemCount: 2,
      userIndex: Int32Array.of(0, 0, 1),
      itemIndex: Int32Array.of(0, 1, 1),
      value: Float32Array.of(1, 1, 1),
    };
    expect(largestSingularValue(golden, (one) => one)).toBeCloseTo((1 + Math.sqrt(5)) / 2, 6);
  });
});

describe("alsStrength", () => {
  it("holds back no more than lets the strongest taste through, and no more than 50", () => {
    expect(alsStrength(everybodyTook(1, 1))).toEqual({ alpha: 5, regularisation: 1.5 });
    expect(alsStrength(everybodyTook(60, 60)).regularisation).toBe(50);
  });
});
