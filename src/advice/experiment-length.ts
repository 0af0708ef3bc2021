import { normalUnitsPerArm, type TwoProportions } from "../sizing/experiment/two-proportions.ts";
import { weekSeconds } from "./units.ts";

export interface Contrast extends TwoProportions {
  /** Chance to see the change if it is there. */
  readonly power: number;
}

/**
 * Outcomes that each of two arms needs, for two independent shares, by sizing's normal formula: advice is given while
 * somebody types, and the exact power differs from it by a few outcomes.
 *
 * @returns rounded up; Infinity where there is nothing to tell apart
 * @example outcomesPerArm({ baseline: 0.1, changed: 0.12, significance: 0.05, power: 0.8 }) // => 3841
 */
export const outcomesPerArm = (contrast: Contrast): number => Math.ceil(normalUnitsPerArm(contrast, contrast.power));

/** Seconds to gather the outcomes of both arms, in whole weeks, so that every weekday counts as often. */
export function wholeWeeks(outcomes: number, perSecond: number): number {
  return Math.max(1, Math.ceil((2 * outcomes) / perSecond / weekSeconds)) * weekSeconds;
}
