import { Problem } from "../kit/problem.ts";
import { stableShare } from "./stable-hash.ts";

export interface Arm {
  readonly name: string;
  /** Share of units, in [0, 1]; the shares of all arms sum to 1. */
  readonly share: number;
}

/** Which arm a unit is in; always the same answer for the same unit. */
export type Assignment = (unit: string) => string;

/**
 * Assigns units to the arms of an experiment by hash: nothing is stored, every process agrees, and two experiments
 * split the same units independently of each other. When the last arm grows at the cost of the one before it, the
 * units that are in it stay in it, so a canary can be widened step by step.
 *
 * @param experiment  name; a new name shuffles the units anew
 * @throws {Problem} `experiments/malformed-arms`
 */
export function assignment(experiment: string, arms: readonly Arm[]): Assignment {
  checkArms(experiment, arms);
  let sum = 0;
  const ends = arms.map((arm) => (sum += arm.share));
  const lastTaken = arms.findLastIndex((arm) => arm.share > 0);
  return (unit) => {
    const at = stableShare(`${experiment.length}:${experiment}/${unit}`);
    const index = ends.findIndex((end) => at < end);
    return arms[index === -1 ? lastTaken : index]!.name;
  };
}

function checkArms(experiment: string, arms: readonly Arm[]): void {
  const names = new Set(arms.map((arm) => arm.name));
  const sum = arms.reduce((total, arm) => total + arm.share, 0);
  const outside = arms.find((arm) => !(arm.share >= 0 && arm.share <= 1));
  if (outside) throw malformed(experiment, `arm \`${outside.name}\` has a share of ${outside.share}`);
  if (names.size < arms.length) throw malformed(experiment, "two arms have the same name");
  if (!(Math.abs(sum - 1) < 1e-9)) throw malformed(experiment, `the shares of its arms sum to ${sum}`);
}

function malformed(experiment: string, why: string): Problem {
  return new Problem({
    code: "experiments/malformed-arms",
    found: `Experiment \`${experiment}\` cannot assign anyone: ${why}.`,
    fix: "give each arm its own name and a share from 0 to 1, all of them together 1",
  });
}
