import { Problem } from "../../kit/problem.ts";
import { checkNotNegative, checkPositive } from "../check-range.ts";
import type { Distribution } from "./distribution.ts";

/**
 * Refuses a distribution that cannot be one.
 *
 * @throws {Problem} `sizing/out-of-range`: a time below 0, a p99 below the p50, no values, weights that do not sum to 1
 */
export function checkDistribution(distribution: Distribution): void {
  switch (distribution.kind) {
    case "deterministic":
      return checkNotNegative({ seconds: distribution.seconds });
    case "exponential":
      return checkPositive({ meanSeconds: distribution.meanSeconds });
    case "gamma":
      return checkPositive({ meanSeconds: distribution.meanSeconds, shape: distribution.shape });
    case "lognormal":
      return checkLognormal(distribution.p50Seconds, distribution.p99Seconds);
    case "hyperexponential":
      return checkBranches(distribution.branches);
    case "empirical":
      return checkValues(distribution.valuesSeconds);
    case "shifted":
      checkNotNegative({ bySeconds: distribution.bySeconds });
      return checkDistribution(distribution.rest);
  }
}

function checkLognormal(p50Seconds: number, p99Seconds: number): void {
  checkPositive({ p50Seconds, p99Seconds });
  if (p99Seconds >= p50Seconds) return;
  refuse(`the p99 of ${p99Seconds} s is below the p50 of ${p50Seconds} s`, "give a p99 of at least the p50");
}

function checkBranches(branches: readonly { weight: number; meanSeconds: number }[]): void {
  for (const { weight, meanSeconds } of branches) checkPositive({ weight, meanSeconds });
  const sum = branches.reduce((total, { weight }) => total + weight, 0);
  if (Math.abs(sum - 1) > 1e-9) refuse(`the weights sum to ${sum}`, "give weights that sum to 1");
}

function checkValues(values: readonly number[]): void {
  if (values.length === 0) refuse("no values were given", "give at least one measured value");
  for (const seconds of values) checkNotNegative({ seconds });
}

function refuse(found: string, fix: string): never {
  throw new Problem({ code: "sizing/out-of-range", found, fix });
}
