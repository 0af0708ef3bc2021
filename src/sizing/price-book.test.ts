import { describe, expect, it } from "vitest";
import { problemOf } from "../kit/testing/problem-of.ts";
import { costOf, priceBook, withPrices } from "./price-book.ts";

describe("the price book", () => {
  it("has for every price a range in order, a source in words and a date", () => {
    expect(Object.keys(priceBook).length).toBeGreaterThanOrEqual(12);
    for (const { lowUsd, baseUsd, highUsd, source, asOf } of Object.values(priceBook)) {
      expect(lowUsd).toBeGreaterThan(0);
      expect(lowUsd).toBeLessThanOrEqual(baseUsd);
      expect(baseUsd).toBeLessThanOrEqual(highUsd);
      expect(source.split(" ").length).toBeGreaterThan(3);
      expect(asOf).toMatch(/^\d{4}-\d{2}$/);
    }
  });

  it("is overridden by a design, which then is the source", () => {
    const book = withPrices({ vcpuHour: 0.02, egressGib: { lowUsd: 0, baseUsd: 0.01, highUsd: 0.02 } }, "2026-11");
    expect(book.vcpuHour).toEqual({
      unit: "vCPU-hour",
      lowUsd: 0.02,
      baseUsd: 0.02,
      highUsd: 0.02,
      source: "the design",
      asOf: "2026-11",
    });
    expect(book.egressGib.baseUsd).toBe(0.01);
    expect(book.labelMinute).toBe(priceBook.labelMinute);
  });

  it("refuses a price that it does not know, and a range out of order", () => {
    const unknown = problemOf(() => withPrices({ vcpuHours: 1 }, "2026-11"));
    expect([unknown.code, unknown.fix]).toEqual(["sizing/unknown-price", "name vcpuHour"]);
    expect(problemOf(() => withPrices({ toString: 1 }, "2026-11")).code).toBe("sizing/unknown-price");
    const turned = problemOf(() => withPrices({ vcpuHour: { lowUsd: 3, baseUsd: 2, highUsd: 1 } }, "2026-11"));
    expect(turned.found).toContain("from 3 over 2 to 1");
    expect(problemOf(() => withPrices({ vcpuHour: -1 }, "2026-11")).code).toBe("sizing/out-of-range");
  });
});

describe("a cost", () => {
  it("is quantity times unit price, line by line and in sum", () => {
    const book = withPrices({ vcpuHour: { lowUsd: 1, baseUsd: 2, highUsd: 4 }, egressGib: 0.5 }, "2026-11");
    const { lines, total } = costOf({ vcpuHour: 10, egressGib: 4 }, book);
    expect(lines[0]).toEqual({ name: "vcpuHour", quantity: 10, lowUsd: 10, baseUsd: 20, highUsd: 40 });
    expect(total).toEqual({ lowUsd: 12, baseUsd: 22, highUsd: 42 });
  });

  it("of a negative quantity is refused", () => {
    expect(problemOf(() => costOf({ vcpuHour: -1 })).found).toContain("vcpuHour is -1");
  });
});
