import { normalQuantile } from "../kit/normal.ts";
import { weekSeconds } from "./units.ts";

export interface Contrast {
  /** Share of successes today, in (0, 1). */
  readonly baseline: number;
  /** Share that must be told apart from it, in (0, 1). */
  readonly changed: number;
  /** Chance to see a change that is not there; two-sided. */
  readonly significance: number;
  /** Chance to see the change if it is there. */
  readonly power: number;
}

/**
 * Outcomes that each of two arms needs, for two independent shares.
 *
 * @returns rounded up; Infinity where there is nothing to tell apart
 * @see Fleiss, Levin and Paik 2003, Statistical Methods for Rates and Proportions, eq. 4.14, without continuity correction
 * @example outcomesPerArm({ baseline: 0.1, changed: 0.12, significance: 0.05, power: 0.8 }) // => 3841
 */
export function outcomesPerArm({ baseline, changed, significance, power }: Contrast): number {
  const mean = (baseline + changed) / 2;
  const chance = normalQuantile(1 - significance / 2) * Math.sqrt(2 * mean * (1 - mean));
  const spread = Math.sqrt(baseline * (1 - baseline) + changed * (1 - changed));
  return Math.ceil(((chance + normalQuantile(power) * spread) / (changed - baseline)) ** 2);
}

/** Seconds to gather the outcomes of both arms, in whole weeks, so that every weekday counts as often. */
export function wholeWeeks(outcomes: number, perSecond: number): number {
  return Math.max(1, Math.ceil((2 * outcomes) / perSecond / weekSeconds)) * weekSeconds;
}
