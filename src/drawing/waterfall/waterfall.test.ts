import { describe, expect, it } from "vitest";
import { problemOf } from "../../kit/testing/problem-of.ts";
import { requestWaterfall } from "../testing/pictures.ts";
import { allElements, readXml, textOf } from "../testing/xml.ts";
import { waterfallSvg } from "./waterfall-svg.ts";
import { placeBars } from "./waterfall.ts";

describe("the bars of a waterfall", () => {
  it("begin where the budgets of the steps before them end", () => {
    // By hand: 0, 8, 8+3, parallel at 8+3, max(11+25, 11+8), 36+30.
    expect(placeBars(requestWaterfall).map(({ startMillis }) => startMillis)).toEqual([0, 8, 11, 11, 36, 66]);
  });

  it("take what is predicted where no budget is given", () => {
    const steps = [
      { name: "a", p50Millis: 3, p99Millis: 7 },
      { name: "b", p50Millis: 2 },
      { name: "c" },
      { name: "d" },
    ];
    expect(placeBars({ title: "", steps }).map(({ startMillis }) => startMillis)).toEqual([0, 7, 9, 9]);
  });

  it("are refused for a name used twice, an unknown step before, and a time below zero", () => {
    const codes = [
      [{ name: "a" }, { name: "a" }],
      [{ name: "a", after: ["b"] }, { name: "b" }],
      [{ name: "a", p99Millis: -1 }],
      [{ name: "a", budgetMillis: Number.NaN }],
    ].map((steps) => problemOf(() => placeBars({ title: "", steps })).code);
    expect(codes).toEqual(["drawing/duplicate-id", "drawing/unknown-id", "drawing/no-values", "drawing/no-values"]);
  });
});

describe("the picture of a waterfall", () => {
  it("is well-formed and marks the steps that end beyond their budget, and only those", () => {
    const svg = readXml(waterfallSvg(requestWaterfall, { theme: "light" }));
    const over = allElements(svg).filter(({ attributes }) => attributes.class === "step over-budget");
    expect(over.map((step) => textOf(step).replaceAll(/\s+/g, " "))).toEqual(["Ranker p50 17 ms · p99 38 ms of 30 ms"]);
  });

  it("draws no steps, and steps without numbers", () => {
    for (const steps of [[], [{ name: "a" }]]) expect(waterfallSvg({ title: "t", steps })).not.toMatch(/NaN|Infinity/);
  });
});
