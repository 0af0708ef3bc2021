import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problemOf } from "./testing/problem-of.ts";
import { Problem } from "./problem.ts";
import { durationText, readBound, readQuantity, type QuantityKind } from "./quantity.ts";

describe("a quantity", () => {
  it.each<[string, QuantityKind, object]>([
    ["80ms", "duration", { seconds: 0.08 }],
    ["1m", "duration", { seconds: 60 }],
    ["24h", "duration", { seconds: 86_400 }],
    ["30 d", "duration", { seconds: 2_592_000 }],
    ["600/s", "rate", { perSecond: 600 }],
    ["864k/d", "rate", { perSecond: 10 }],
    ["53k", "count", { count: 53_000 }],
    ["10M", "count", { count: 1e7 }],
    ["5%", "share", { share: 0.05, relative: false }],
    ["5% relative", "share", { share: 0.05, relative: true }],
    ["0.12", "share", { share: 0.12, relative: false }],
    ["8k $/month", "money", { usdPerMonth: 8000 }],
    ["$24k/year", "money", { usdPerMonth: 2000 }],
    ["2GiB", "bytes", { bytes: 2147483648 }],
    ["10x in 2y", "growth", { factor: 10, overSeconds: 63_115_200 }],
  ])("reads %s as a %s", (text, kind, numbers) => {
    expect(readQuantity(text, [kind])).toMatchObject({ kind, text, ...numbers });
  });

  it.each([
    ["80", ["duration"], "80ms"],
    ["80 milliseconds", ["duration"], "80ms"],
    ["600 qps", ["rate"], "600/s"],
    ["5 percent", ["share"], "5%"],
    ["53K", ["count"], "53k"],
    ["0,30", ["share"], "0.30"],
    ["2k", ["money"], "2k $/month"],
    ["80MS", ["duration"], "80ms"],
  ] as [string, QuantityKind[], string][])("says of %s as %s that %s was probably meant", (text, kinds, meant) => {
    expect(() => readQuantity(text, kinds)).toThrow(Problem);
    expect(problemOf(() => readQuantity(text, kinds)).fix).toContain(`\`${meant}\``);
  });

  it("names the kind it found when only the unit is wrong", () => {
    expect(problemOf(() => readQuantity("600/s", ["duration"]))).toMatchObject({
      code: "quantity/wrong-unit",
      found: expect.stringContaining("is a rate"),
    });
  });

  it("says of a bare number that its unit is missing", () => {
    expect(problemOf(() => readQuantity(80, ["duration"]))).toMatchObject({
      code: "quantity/wrong-unit",
      found: expect.stringContaining("`80` has no unit") as string,
    });
  });

  it.each([undefined, null, NaN, Infinity, true, {}, [], ["80ms"], { none: 1 }])(
    "refuses %s, which is not a text, with a Problem",
    (found) => {
      for (const kind of ["duration", "rate", "count", "share", "money", "bytes", "growth"] as const) {
        expect(() => readQuantity(found, [kind])).toThrow(Problem);
        expect(() => readBound(found, [kind])).toThrow(Problem);
      }
    },
  );

  it("refuses a text that is longer than any quantity, in few words", () => {
    for (const text of [`8 $${" ".repeat(100_000)}x`, `<= ${"9".repeat(100_000)}`]) {
      expect(problemOf(() => readQuantity(text, ["money", "count"])).found.length).toBeLessThan(200);
      expect(problemOf(() => readBound(text, ["duration"])).found.length).toBeLessThan(200);
    }
  });

  it.each(["", "banana", "NaN", "Infinity", "1e999", "--5ms", "5 ms ms", "%"])(
    "refuses %j with a Problem for every kind",
    (text) => {
      for (const kind of ["duration", "rate", "count", "share", "money", "bytes", "growth"] as const)
        expect(() => readQuantity(text, [kind])).toThrow(Problem);
    },
  );

  it("reads a bound with its comparison, and asks for one that is missing", () => {
    expect(readBound(">= 0.30", ["share"])).toMatchObject({ comparison: ">=", quantity: { share: 0.3 } });
    expect(readBound("≤ 80ms", ["duration"])).toMatchObject({ comparison: "<=", quantity: { seconds: 0.08 } });
    expect(problemOf(() => readBound("80ms", ["duration"])).fix).toContain("`<= 80ms`");
  });

  it("never throws anything but a Problem, whatever the text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          readQuantity(text, ["duration", "rate", "share", "money", "growth", "bytes", "count"]);
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
        }
      }),
    );
  });

  it("prints a duration in the unit that keeps it short", () => {
    expect([0.00025, 0.08, 1.5, 300, 7200, 2_592_000].map(durationText)).toEqual([
      "250 µs",
      "80 ms",
      "1.5 s",
      "5 min",
      "2 h",
      "30 d",
    ]);
  });
});
