import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitPart, timeSplit } from "./split.ts";

const dayMillis = 86_400_000;

describe("timeSplit", () => {
  it("gives the last tenth of the time to the test", () => {
    expect(timeSplit({ firstMillis: 1000, lastMillis: 1099 }, { testShare: 0.1, validationShare: 0.2 })).toEqual({
      trainUntilMillis: 1070,
      validationUntilMillis: 1090,
      testUntilMillis: 1100,
    });
  });

  it("takes lengths of time as well as shares", () => {
    const period = { firstMillis: 0, lastMillis: 100 * dayMillis - 1 };
    const split = timeSplit(period, { testMillis: 7 * dayMillis, validationShare: 0.1 });
    expect(split.trainUntilMillis).toBe(83 * dayMillis);
    expect(split.validationUntilMillis).toBe(93 * dayMillis);
  });

  it("has no validation part where none is asked for", () => {
    const split = timeSplit({ firstMillis: 0, lastMillis: 9 }, { testShare: 0.5 });
    expect(split.trainUntilMillis).toBe(split.validationUntilMillis);
  });

  it("puts every moment of the period in exactly one part, in order, the first in train and the last in test", () => {
    const share = fc.double({ min: 0.01, max: 0.45, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1000, max: 1e12 }),
        share,
        share,
        (firstMillis, length, test, validation) => {
          const period = { firstMillis, lastMillis: firstMillis + length };
          const split = timeSplit(period, { testShare: test, validationShare: validation });
          const cuts = [split.trainUntilMillis, split.validationUntilMillis, split.testUntilMillis];
          expect(cuts.map((cut) => splitPart(split, cut))).toEqual(["validation", "test", undefined]);
          expect(cuts.map((cut) => splitPart(split, cut - 1))).toEqual(["train", "validation", "test"]);
          expect(splitPart(split, firstMillis)).toBe("train");
          expect(splitPart(split, period.lastMillis)).toBe("test");
        },
      ),
    );
  });

  it("refuses to leave nothing for training, or no time for the test", () => {
    const period = { firstMillis: 0, lastMillis: 10 * dayMillis - 1 };
    expect(() => timeSplit(period, { testShare: 0.5, validationShare: 0.5 })).toThrow(
      "Of 10 days, 5 days are for the test and 5 days for validation: nothing is left to train on.",
    );
    expect(() => timeSplit(period, {})).toThrow(/no time is set aside/);
    expect(() => timeSplit(period, { testMillis: 11 * dayMillis })).toThrow(/nothing is left/);
    expect(() => timeSplit(period, { testMillis: dayMillis, validationMillis: -dayMillis })).toThrow(/validation/);
  });
});
