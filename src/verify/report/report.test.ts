import { describe, expect, it } from "vitest";
import { emptyRecords } from "../load/records.ts";
import type { LoadResult } from "../load/offer-load.ts";
import { loadReport, reportJson, statusCounts, summaryText, verdictsByStage } from "./report.ts";
import { sampleReport } from "./testing/sample.ts";

describe("a report", () => {
  it("groups by stage in the design's order and puts what is broken first", () => {
    const stages = verdictsByStage(sampleReport().verdicts);
    expect(stages.map(({ stage }) => stage)).toEqual([
      "requirements",
      "metrics",
      "data",
      "features",
      "model",
      "serving",
      "monitoring",
    ]);
    const metrics = stages[1]!.verdicts;
    expect(metrics[0]!.status).toBe("broken");
    expect(metrics.map(({ status }) => status)).toEqual([
      "broken",
      "inconclusive",
      "inconclusive",
      "holds",
      "holds",
      "holds",
      "holds",
    ]);
    expect(stages.flatMap(({ verdicts }) => verdicts)).toHaveLength(sampleReport().verdicts.length);
  });

  it("sums up in one line", () => {
    expect(summaryText(sampleReport().verdicts)).toBe("13 hold · 2 broken · 4 inconclusive · 5 untested");
    expect(statusCounts(sampleReport().verdicts)).toEqual({ broken: 2, inconclusive: 4, holds: 13, untested: 5 });
    expect(summaryText([])).toBe("0 hold");
  });

  it("is JSON in which an end that nothing bounds can be told from one that is missing", () => {
    const report = sampleReport();
    const verdict = report.verdicts.find(({ measured }) => measured)!;
    const open = {
      ...verdict,
      measured: { ...verdict.measured!, interval: { low: 1, high: Infinity, confidence: 0.95 } },
    };
    const read = JSON.parse(reportJson({ ...report, verdicts: [open] }));
    expect(read.verdicts[0].measured.interval).toEqual({ low: 1, high: "Infinity", confidence: 0.95 });
    expect(JSON.parse(reportJson(report))).toEqual(JSON.parse(JSON.stringify(report)));
  });

  it("draws the percentiles of a load only as far as ten requests lie beyond them", () => {
    const count = 2000;
    const load: Partial<LoadResult> = {
      records: emptyRecords(new Float64Array(count)),
      latencyMillis: Float64Array.from({ length: count }, (_, i) => i + 1),
      requests: count,
      timeline: [],
      saturated: "it sent late",
    };
    const { curve, refusal } = loadReport("at peak", load as LoadResult);
    expect(curve.at(-1)!.quantile).toBeLessThanOrEqual(1 - 10 / count);
    expect(curve.find(({ quantile }) => Math.abs(quantile - 0.99) < 1e-9)!.millis).toBe(1980);
    expect(refusal).toBe("it sent late");
  });
});
