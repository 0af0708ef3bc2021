import { readFileSync } from "node:fs";
import { z } from "zod";
import { Problem } from "../../kit/problem.ts";
import { readCalibration, type Calibration } from "../../sizing/sized/index.ts";

/** The flag that every verb with predictions has. */
export const calibrateInput = z
  .string()
  .optional()
  .describe("Measured times of steps: the `calibration.json` of `plumb verify`.")
  .meta({ word: "file" });

/** @throws {Problem} `sizing/bad-calibration` */
export const calibrationAt = (file: string): Calibration => readCalibration(textOf(file), file);

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new Problem({
      code: "sizing/bad-calibration",
      found: "The calibration cannot be read.",
      fix: "give the `calibration.json` that `plumb verify` writes beside its report",
      at: { file },
      cause,
    });
  }
}
