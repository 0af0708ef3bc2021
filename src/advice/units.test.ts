import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQuantity } from "../kit/quantity.ts";
import { bytes, count, duration, leadingDigit, rate, share } from "./units.ts";

/** Three digits are kept, so a number comes back within half a percent. */
const within = (value: number, back: number): void => {
  expect(Math.abs(back / value - 1)).toBeLessThan(0.0051);
};
const amounts = fc.double({ min: 1e-3, max: 1e11, noNaN: true });

describe("a number written for a document", () => {
  it("is read back by the format, within three digits", () => {
    fc.assert(
      fc.property(amounts, (value) => {
        within(value, readQuantity(duration(value), ["duration"]).seconds);
        within(value, readQuantity(rate(value), ["rate"]).perSecond);
        within(value, readQuantity(count(value), ["count"]).count);
        within(value * 1e3, readQuantity(bytes(value * 1e3), ["bytes"]).bytes);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 1e-5, max: 1, noNaN: true }), (part) =>
        within(part, readQuantity(share(part), ["share"]).share),
      ),
    );
  });

  it.for<[number, string]>([
    [86_400, "1d"],
    [5400, "90m"],
    [0.08, "80ms"],
    [1.5, "1.5s"],
  ])("writes %d seconds as %s", ([seconds, text]) => expect(duration(seconds)).toBe(text));

  it("keeps one leading digit: 843 is 800", () => expect(leadingDigit(843)).toBe(800));
});
