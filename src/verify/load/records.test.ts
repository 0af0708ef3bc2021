import { describe, expect, it } from "vitest";
import { generatorHealth, saturation, SATURATION_LIMITS } from "./health.ts";
import { emptyRecords, ERROR_KINDS, latenciesMillis } from "./records.ts";
import { loadTimeline } from "./timeline.ts";

const records = emptyRecords(Float64Array.of(1000, 1500, 2100, 4000));
records.sentMillis.set([1000, 1700, 2100, NaN]);
records.doneMillis.set([1010, 1730, 2105, NaN]);
records.errorKind.set([0, 0, ERROR_KINDS.indexOf("status"), ERROR_KINDS.indexOf("unsent")]);
const idle = { cpuShare: 0.1, loopDelayP99Millis: 1 };

describe("latenciesMillis", () => {
  it("counts from the intended time, and failures as at least the timeout", () => {
    expect(Array.from(latenciesMillis(records, 500))).toEqual([10, 230, 500, 500]);
  });
});

describe("loadTimeline", () => {
  it("puts each request in the second in which it was due and keeps empty seconds", () => {
    expect(loadTimeline(records, 500, 1000)).toEqual([
      { second: 0, requests: 2, errors: 0, fallbacks: 0, p50Millis: 10, p99Millis: 230 },
      { second: 1, requests: 1, errors: 1, fallbacks: 0, p50Millis: 500, p99Millis: 500 },
      { second: 2, requests: 0, errors: 0, fallbacks: 0, p50Millis: null, p99Millis: null },
      { second: 3, requests: 1, errors: 1, fallbacks: 0, p50Millis: 500, p99Millis: 500 },
    ]);
  });
});

describe("saturation", () => {
  const health = { ...generatorHealth(records, idle), unsent: 0, sendLagP99Millis: 3 };

  it("says nothing of a generator that kept up", () => {
    expect(saturation(health)).toBeUndefined();
  });

  it("is stricter where the latency to be judged is short", () => {
    expect(saturation(health, 40)).toBeUndefined();
    expect(saturation(health, 20)).toContain("limit 2.0 ms");
  });

  it("names each limit that was passed", () => {
    expect(generatorHealth(records, idle)).toMatchObject({ unsent: 1, sendLagP99Millis: 200 });
    expect(saturation({ ...health, unsent: 3 })).toContain("could not send 3");
    expect(saturation({ ...health, sendLagP99Millis: 6 })).toContain("sent late");
    expect(saturation({ ...health, loopDelayP99Millis: SATURATION_LIMITS.loopDelayP99Millis + 1 })).toContain(
      "noticed",
    );
    expect(saturation({ ...health, cpuShare: 0.95 })).toContain("95 % of a core");
  });
});
