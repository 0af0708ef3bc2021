import { normalQuantile } from "../../kit/normal.ts";
import { noncentralTUpperTail, studentQuantile } from "../../kit/student.ts";
import { checkInside, checkPositive } from "../check-range.ts";
import { firstWhole } from "../bisect.ts";

/** Two arms of equal size and a normal value in each, judged by the two-sided t test. */
export interface TwoMeans {
  /** Smallest difference that must be told, in the unit of the value, > 0. */
  readonly difference: number;
  /** Standard deviation of one unit's value, in the same unit. */
  readonly deviation: number;
  /** Two-sided, in (0, 1), e.g. 0.05. */
  readonly significance: number;
}

/**
 * Units per arm: the smallest size at which the t test has the wanted power, by the noncentral t distribution.
 *
 * @throws {Problem} `sizing/out-of-range`
 * @see Cohen, Statistical Power Analysis (1988), table 2.4.1
 * @example meanUnitsPerArm({ difference: 0.5, deviation: 1, significance: 0.05 }, 0.8) // => 64
 */
export function meanUnitsPerArm(test: TwoMeans, power: number): number {
  const { difference, deviation, significance } = test;
  checkPositive({ difference, deviation });
  checkInside({ significance, power });
  const z = normalQuantile(1 - significance / 2) + normalQuantile(power);
  const about = 2 * (z / (difference / deviation)) ** 2;
  const least = Math.max(2, Math.floor(about) - 2);
  return firstWhole(least, Number.MAX_SAFE_INTEGER, (units) => tTestPower(test, units) >= power)!;
}

/**
 * Probability that the test rejects, on either side.
 *
 * @param units  per arm, ≥ 2
 */
export function tTestPower({ difference, deviation, significance }: TwoMeans, units: number): number {
  const degrees = 2 * units - 2;
  const shift = (difference / deviation) * Math.sqrt(units / 2);
  const critical = studentQuantile(1 - significance / 2, degrees);
  return noncentralTUpperTail(critical, degrees, shift) + noncentralTUpperTail(critical, degrees, -shift);
}
