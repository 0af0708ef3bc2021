import { Problem } from "../kit/problem.ts";

/** The period that data covers, both ends included. */
export interface Period {
  readonly firstMillis: number;
  readonly lastMillis: number;
}

/** How much of the end of the period is set aside; shares are of time, not of rows. */
export interface SplitRequest {
  /** In (0, 1); or `testMillis`. */
  readonly testShare?: number | undefined;
  readonly testMillis?: number | undefined;
  /** In [0, 1), of the whole period; or `validationMillis`; no validation part when both are absent. */
  readonly validationShare?: number | undefined;
  readonly validationMillis?: number | undefined;
}

/** Moments t are for training where t < trainUntilMillis, then for validation, then for test; every end is excluded. */
export interface TimeSplit {
  readonly trainUntilMillis: number;
  readonly validationUntilMillis: number;
  readonly testUntilMillis: number;
}

export type SplitPart = "train" | "validation" | "test";

/**
 * Cuts a period into train, validation and test by time, so that nothing is judged on days that training has seen.
 * Test is the latest part and is never given up for the others.
 *
 * @throws {Problem} `evaluation/split-too-long` when nothing is left to train on
 * @example timeSplit({ firstMillis: 0, lastMillis: 99 }, { testShare: 0.1 }).trainUntilMillis // => 90
 */
export function timeSplit(period: Period, request: SplitRequest): TimeSplit {
  const testUntilMillis = period.lastMillis + 1;
  const length = testUntilMillis - period.firstMillis;
  const test = part(length, request.testShare, request.testMillis);
  const validation = part(length, request.validationShare, request.validationMillis);
  if (!(test > 0)) throw tooLong(length, test, validation, "no time is set aside for the test");
  if (!(validation >= 0)) throw tooLong(length, test, validation, "validation cannot take less than nothing");
  if (test + validation >= length) throw tooLong(length, test, validation, "nothing is left to train on");
  const validationUntilMillis = testUntilMillis - test;
  return { trainUntilMillis: validationUntilMillis - validation, validationUntilMillis, testUntilMillis };
}

/** Which part a moment belongs to; `undefined` after the end. */
export function splitPart(split: TimeSplit, timeMillis: number): SplitPart | undefined {
  if (timeMillis < split.trainUntilMillis) return "train";
  if (timeMillis < split.validationUntilMillis) return "validation";
  return timeMillis < split.testUntilMillis ? "test" : undefined;
}

function part(lengthMillis: number, share: number | undefined, millis: number | undefined): number {
  if (share !== undefined && millis !== undefined) throw new Error("a part is given both as a share and as a time");
  return millis ?? Math.round((share ?? 0) * lengthMillis);
}

function tooLong(length: number, test: number, validation: number, why: string): Problem {
  return new Problem({
    code: "evaluation/split-too-long",
    found: `Of ${days(length)}, ${days(test)} are for the test and ${days(validation)} for validation: ${why}.`,
    fix: `let test and validation together take more than nothing and less than ${days(length)}`,
  });
}

function days(millis: number): string {
  const dayMillis = 86_400_000;
  return `${Number((millis / dayMillis).toPrecision(3))} days`;
}
