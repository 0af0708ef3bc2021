import { describe, expect, it } from "vitest";
import { countOf, intervalText, measuredTexts, quantityText } from "./number-text.ts";

describe("quantityText", () => {
  it.each([
    [41.23, "ms", "41.2 ms"],
    [212.4, "ms", "212 ms"],
    [0.1, "ms", "0.1 ms"],
    [1234.5, "ms", "1,235 ms"],
    [60_000, "ms", "60 s"],
    [86_400_000, "ms", "24 h"],
    [0.00118, "share", "0.118 %"],
    [1, "share", "100 %"],
    [0.243, "relative", "24.3 %"],
    [0.3121, "ndcg@10", "0.312"],
    [600, "/s", "600/s"],
    [500, "$/month", "500 $/month"],
    [0, "violations", "0 violations"],
    [-0.012, "ndcg@10", "−0.012"],
    [0.00002, "share", "0.002 %"],
    [3e-9, "ndcg@10", "3.0e−9"],
    [Infinity, "ms", "∞ ms"],
    [150_000, "count", "150,000"],
  ])("writes %d %s as %s", (value, unit, text) => {
    expect(quantityText(value, unit)).toBe(text);
  });
});

describe("measuredTexts", () => {
  it.each([
    [0.99942, 0.9987, 0.9998, "share", "99.94 %", "99.87–99.98 %"],
    [0.241, 0.233, 0.249, "ndcg@10", "0.241", "0.233–0.249"],
    [212.4, 205.1, 221.7, "ms", "212 ms", "205–222 ms"],
    [0, 0, 0.00061, "share", "0 %", "0–0.061 %"],
    [5, 4, Infinity, "ms", "5.0 ms", "4.0–∞ ms"],
    [3, 3, 3, "violations", "3 violations", "3 violations"],
    [30_000, 20_000, 45_000, "ms", "30 s", "20–45 s"],
  ])("gives %d in %d to %d %s the digits that tell the ends apart", (value, low, high, unit, text, ends) => {
    expect(measuredTexts(value, { low, high }, unit)).toEqual({ value: text, ends });
    expect(intervalText({ low, high }, unit)).toBe(ends);
  });
});

describe("countOf", () => {
  it("counts one and many", () => {
    expect([countOf(1, "requests"), countOf(12_031, "requests")]).toEqual(["1 request", "12,031 requests"]);
  });
});
