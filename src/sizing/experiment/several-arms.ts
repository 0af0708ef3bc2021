import { normalCdf, normalDensity } from "../../kit/normal.ts";
import { checkCount, checkInside } from "../check-range.ts";
import { bisectRising } from "../bisect.ts";

/** How the error of several comparisons with one control is kept at the stated significance. */
export type ArmCorrection = "bonferroni" | "dunnett";

/**
 * The two-sided significance for each of several arms that are compared with one control of the same size.
 *
 * - `bonferroni`: significance / arms; always safe, a little too strict.
 * - `dunnett`: exact for normal means that share their control (large samples).
 *
 * @param arms  compared with the control, ≥ 1
 * @throws {Problem} `sizing/out-of-range`
 * @see Dunnett (1955), J. American Statistical Association 50, 1096–1121
 */
export function significancePerArm(significance: number, arms: number, correction: ArmCorrection): number {
  checkInside({ significance });
  checkCount({ arms });
  if (correction === "bonferroni") return significance / arms;
  return 2 * normalCdf(-dunnettCritical(significance, arms));
}

/**
 * The c that the largest |z| of all arms exceeds with probability `significance` when no arm differs.
 *
 * @example dunnettCritical(0.05, 3) // => 2.349
 */
export function dunnettCritical(significance: number, arms: number): number {
  return bisectRising((c) => allWithin(c, arms) - (1 - significance), { low: 0, start: 2 });
}

/** P(all |Zᵢ − Z₀| ≤ c√2) for independent standard normals, by Simpson's rule over Z₀. */
function allWithin(c: number, arms: number): number {
  const [steps, reach] = [200, 8];
  const width = (2 * reach) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const z = -reach + i * width;
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * normalDensity(z) * (normalCdf(z + c * Math.SQRT2) - normalCdf(z - c * Math.SQRT2)) ** arms;
  }
  return (sum * width) / 3;
}
