import { calibrationText, type Calibration, type StepTimes } from "../sizing/sized/calibration.ts";
import { quantileOf } from "../kit/interval.ts";
import type { LoggedDecisions } from "./observed-load.ts";

/** Fewer decisions than this say nothing of a 99th percentile. */
const fewest = 200;

export const calibrationName = "calibration.json";

/**
 * The times of the steps under a load, for `plumb size --calibrate`; `undefined` with too few decisions. They hold what
 * little waiting there was in a step.
 */
export function calibrationOf(design: string, logged: LoggedDecisions, measuredOn: string): Calibration | undefined {
  const steps = Object.entries(logged.stepMillis).filter(([, millis]) => millis.length >= fewest);
  if (steps.length === 0) return undefined;
  return {
    plumblineCalibration: 1,
    design,
    measuredOn,
    steps: Object.fromEntries(steps.map(([step, millis]) => [step, timesOf(millis)])),
  };
}

/** A step that took no time that the clock can tell is given a microsecond. */
function timesOf(millis: Float64Array): StepTimes {
  const sorted = millis.toSorted();
  const some = (value: number) => Math.max(0.001, Number(value.toPrecision(5)));
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const p50Millis = some(quantileOf(sorted, 0.5));
  return {
    samples: sorted.length,
    meanMillis: some(mean),
    p50Millis,
    p99Millis: Math.max(p50Millis, some(quantileOf(sorted, 0.99))),
  };
}

export { calibrationText };
