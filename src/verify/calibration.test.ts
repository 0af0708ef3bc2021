import { describe, expect, it } from "vitest";
import { calibrationOf, calibrationText } from "./calibration.ts";
import { readCalibration } from "../sizing/sized/calibration.ts";
import type { LoggedDecisions } from "./observed-load.ts";

const logged = (stepMillis: LoggedDecisions["stepMillis"]): LoggedDecisions => ({
  count: 1000,
  stepMillis,
  timeMillis: new Float64Array(1000),
  explored: 0,
  withVectors: [],
});

describe("the calibration that a verification writes", () => {
  it("holds mean, median and 99th percentile of each step, and is what sizing reads", () => {
    // 1 to 1000 ms: mean 500.5, the 500th and the 990th of the sorted times.
    const millis = Float64Array.from({ length: 1000 }, (_, at) => 1000 - at);
    const calibration = calibrationOf("small", logged({ rank: millis }), "100 requests/s on a machine")!;
    expect(calibration.steps).toEqual({ rank: { samples: 1000, meanMillis: 500.5, p50Millis: 500, p99Millis: 990 } });
    expect(readCalibration(calibrationText(calibration), "calibration.json")).toEqual(calibration);
  });

  it("leaves out steps with too few decisions, and is nothing where none has enough", () => {
    expect(calibrationOf("small", logged({ rank: new Float64Array(100).fill(1) }), "here")).toBeUndefined();
  });

  it("can be read also where a step took no time that the clock can tell", () => {
    const calibration = calibrationOf("small", logged({ rules: new Float64Array(300) }), "here")!;
    expect(readCalibration(calibrationText(calibration), "c.json").steps["rules"]!.p99Millis).toBe(0.001);
  });
});
