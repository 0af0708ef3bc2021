import { describe, expect, it } from "vitest";
import { problemOf } from "../../kit/testing/problem-of.ts";
import * as samples from "../testing/pictures.ts";
import { allElements, readXml, textOf, type XmlElement } from "../testing/xml.ts";
import { calibrationCurveSvg } from "./calibration-curve.ts";
import { costRangesSvg } from "./cost-ranges.ts";
import { driftHistogramSvg } from "./drift-histogram.ts";
import { latencyPercentilesSvg } from "./latency-percentiles.ts";
import { loadCurveSvg } from "./load-curve.ts";

const light = { theme: "light" } as const;
const named = (svg: XmlElement, name: string): XmlElement[] => allElements(svg).filter((one) => one.name === name);
const texts = (svg: XmlElement): string[] => named(svg, "text").map(textOf);
const number = (element: XmlElement, attribute: string): number => Number(element.attributes[attribute]);

const charts: readonly (readonly [string, string])[] = [
  ["latency percentiles", latencyPercentilesSvg(samples.latencies, light)],
  ["load curve", loadCurveSvg(samples.load, light)],
  ["cost ranges", costRangesSvg(samples.costs, light)],
  ["drift histogram", driftHistogramSvg(samples.drift, light)],
  ["calibration curve", calibrationCurveSvg(samples.calibration, light)],
];

describe("a chart", () => {
  it.each(charts)("is well-formed, named and all inside its canvas: %s", (_, svg) => {
    const root = readXml(svg);
    const [, , width, height] = root.attributes.viewBox!.split(" ").map(Number) as [number, number, number, number];
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(textOf(named(root, "title")[0]!)).not.toBe("");
    for (const text of named(root, "text")) {
      expect(number(text, "x")).toBeGreaterThanOrEqual(0);
      expect(number(text, "x")).toBeLessThanOrEqual(width);
      expect(number(text, "y")).toBeLessThanOrEqual(height);
    }
  });

  it("is refused with a reason when there is nothing to show, or something that is no number", () => {
    const facts = [
      problemOf(() => latencyPercentilesSvg({ title: "", series: [] })),
      problemOf(() =>
        loadCurveSvg({ title: "", points: [{ requestsPerSecond: Number.NaN, p50Millis: 1, p99Millis: 2 }] }),
      ),
      problemOf(() => costRangesSvg({ title: "", items: [] })),
      problemOf(() => driftHistogramSvg({ ...samples.drift, current: [1] })),
      problemOf(() => calibrationCurveSvg({ title: "", series: [] })),
    ];
    expect(facts.map(({ code }) => code)).toEqual(Array.from({ length: 5 }, () => "drawing/no-values"));
    expect(facts[0]!.found).toBe("There are no latencies to draw.");
  });

  it("draws a single value, all the same values and zeros", () => {
    const flat = { requestsPerSecond: 0, p50Millis: 0, p99Millis: 0 };
    for (const svg of [
      loadCurveSvg({ title: "", points: [flat] }),
      latencyPercentilesSvg({ title: "", series: [{ name: "a", points: [{ percentile: 0, millis: 5 }] }] }),
      costRangesSvg({ title: "", items: [{ name: "a", lowUsd: 0, baseUsd: 0, highUsd: 0 }] }),
      calibrationCurveSvg({ title: "", series: [{ name: "a", bins: [{ predicted: 0, observed: 0, count: 1 }] }] }),
    ]) {
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      readXml(svg);
    }
  });
});

describe("the drift histogram", () => {
  it("draws bars as high as their shares", () => {
    const bars = named(readXml(charts[3]![1]), "rect").filter(({ attributes }) => attributes["fill-opacity"]);
    const shares = [...samples.drift.reference, ...samples.drift.current];
    const perShare = bars.map((bar, at) => number(bar, "height") / shares[at]!);
    expect(bars.length).toBe(16);
    for (const one of perShare) expect(one / perShare[0]!).toBeCloseTo(1, 2);
  });
});

describe("the cost ranges", () => {
  it("draw bars from low to high, in one scale for all", () => {
    const bars = named(readXml(charts[2]![1]), "rect").filter(({ attributes }) => attributes["fill-opacity"]);
    const perDollar = (at: number): number => {
      const { lowUsd, highUsd } = samples.costs.items[at]!;
      return number(bars[at]!, "width") / (highUsd - lowUsd);
    };
    expect(perDollar(1) / perDollar(0)).toBeCloseTo(1, 3);
    expect(texts(readXml(charts[2]![1]))).toContain("$21.6k ($18.2k to $27.4k)");
  });
});

describe("the load curve", () => {
  it("says where the knee, the capacity and the budget are", () => {
    expect(texts(readXml(charts[1]![1]))).toEqual(
      expect.arrayContaining(["knee 310/s", "capacity 385/s", "budget p99 120 ms"]),
    );
  });
});
