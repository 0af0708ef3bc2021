import { describe, expect, it } from "vitest";
import { convolve, massesOfTail, plusExponential } from "./grid.ts";

const cells = 200;
/** A triangle-like time: what two uniform times take together. */
const service = massesOfTail((seconds) => Math.max(0, 1 - seconds) ** 2, 0.01, cells);

describe("a time and an exponential wait on a grid", () => {
  it.each([
    [0.3, 12],
    [1, 0.4],
    [0.001, 150],
  ])(
    "come in one pass to what convolving cell by cell gives, for a share of %d and a mean of %d cells",
    (share, mean) => {
      const wait = massesOfTail((seconds) => share * Math.exp(-seconds / (mean * 0.01)), 0.01, cells);
      const byCells = convolve(wait, service);
      const atOnce = plusExponential(service, share, mean);
      for (const [cell, mass] of atOnce.entries()) expect(mass).toBeCloseTo(byCells[cell]!, 13);
    },
  );

  it("are the time alone where nobody waits", () => {
    expect(plusExponential(service, 0.5, 0)).toEqual(service);
    expect([...plusExponential(service, 0, 3)]).toEqual([...service]);
  });
});
