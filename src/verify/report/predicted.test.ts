import { describe, expect, it } from "vitest";
import type { Prediction } from "../prediction.ts";
import { predictedRows, predictedSentence } from "./predicted.ts";
import { reportHtml } from "./html.ts";
import { reportText } from "./text.ts";
import { sampleReport } from "./testing/sample.ts";

const right: Prediction = {
  name: "at peak",
  perSecond: 300,
  fromPerSecond: 100,
  busy: { predicted: 0.3, measured: 0.28 },
  p50Millis: { predicted: 2.1, measured: 2 },
  p99Millis: { predicted: 9.5, measured: 10 },
};

describe("predicted against measured", () => {
  it("stands in the table and on the page with both numbers and their ratio", () => {
    const text = reportText(sampleReport(), { color: false, width: 80 });
    expect(text).toContain("predicted against measured");
    expect(text).toMatch(/p99 +61 ms +212 ms +0\.29/);
    expect(reportHtml(sampleReport())).toContain("Predicted against measured");
  });

  it("says which numbers are off by more than a fifth, on either side", () => {
    expect(predictedSentence(right)).toContain("within 20%");
    expect(predictedSentence({ ...right, p99Millis: { predicted: 13, measured: 10 } })).toContain("in p99:");
    expect(predictedSentence({ ...right, p50Millis: { predicted: 1.5, measured: 2 } })).toContain("in p50:");
  });

  it("says no end where more arrives than can be done", () => {
    const rows = predictedRows({ ...right, p99Millis: { predicted: Infinity, measured: 900 } });
    expect(rows[2]).toEqual({ what: "p99", predicted: "no end", measured: "900 ms", ratio: "∞", off: true });
  });

  it("does not judge against a load that cannot be judged", () => {
    expect(predictedSentence({ ...right, refusal: "the generator sent late" })).toContain("cannot be judged");
  });
});
