import { Problem } from "../../kit/problem.ts";
import { jsonText } from "../../kit/json.ts";

/**
 * Service times of the steps of a running system, as `plumb verify` writes them into `calibration.json` and `plumb size
 * --calibrate` reads them.
 */
export interface Calibration {
  readonly plumblineCalibration: 1;
  readonly design: string;
  /** Machine and load that it was measured on, in words. */
  readonly measuredOn: string;
  /** Name of a step → what its time was, at a load low enough that little queued. */
  readonly steps: Readonly<Record<string, StepTimes>>;
}

export interface StepTimes {
  readonly samples: number;
  readonly meanMillis: number;
  readonly p50Millis: number;
  readonly p99Millis: number;
  /** Requests that the system works on in this step at a time; what the design says when absent. */
  readonly servers?: number;
}

export const calibrationText = (calibration: Calibration): string => jsonText(calibration, 2);

/**
 * Reads a calibration file.
 *
 * @throws {Problem} `sizing/bad-calibration`
 */
export function readCalibration(text: string, file: string): Calibration {
  const found = parsed(text, file);
  if (!isRecord(found) || found["plumblineCalibration"] !== 1 || !isRecord(found["steps"]))
    throw bad(file, "it does not say `plumblineCalibration: 1` and name `steps`");
  for (const [step, times] of Object.entries(found["steps"])) checkTimes(step, times, file);
  return {
    plumblineCalibration: 1,
    design: String(found["design"] ?? ""),
    measuredOn: String(found["measuredOn"] ?? file),
    steps: found["steps"] as Calibration["steps"],
  };
}

function checkTimes(step: string, times: unknown, file: string): void {
  if (!isRecord(times)) throw bad(file, `the step ${step} has no numbers`);
  for (const name of ["samples", "meanMillis", "p50Millis", "p99Millis"])
    if (!(typeof times[name] === "number" && times[name] > 0 && Number.isFinite(times[name])))
      throw bad(file, `${name} of the step ${step} is ${JSON.stringify(times[name])}, not a number above 0`);
  if ((times["p50Millis"] as number) > (times["p99Millis"] as number))
    throw bad(file, `the p50 of the step ${step} is above its p99`);
  const { servers } = times;
  if (servers !== undefined && !(typeof servers === "number" && Number.isInteger(servers) && servers >= 1))
    throw bad(file, `servers of the step ${step} is no whole number of 1 or more`);
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw bad(file, "it is not JSON", cause);
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

function bad(file: string, why: string, cause?: unknown): Problem {
  return new Problem({
    code: "sizing/bad-calibration",
    found: `The calibration cannot be used: ${why}.`,
    fix: "give the `calibration.json` that `plumb verify` writes beside its report",
    at: { file },
    cause,
  });
}
