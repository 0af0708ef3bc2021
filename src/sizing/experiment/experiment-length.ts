import { checkCount, checkNotNegative, checkPositive, checkShare } from "../check-range.ts";
import { planLooks, type StoppingRule } from "./looks.ts";
import { significancePerArm, type ArmCorrection } from "./several-arms.ts";
import { meanUnitsPerArm } from "./two-means.ts";
import { proportionUnitsPerArm } from "./two-proportions.ts";

export interface ExperimentPlan {
  readonly measure:
    | { readonly kind: "share"; readonly baseline: number; readonly detectRelative: number }
    | { readonly kind: "mean"; readonly deviation: number; readonly difference: number };
  /** Two-sided; 0.05 when absent. */
  readonly significance?: number;
  /** 0.8 when absent. */
  readonly power?: number;
  /** Arms beside the control; 1 when absent. */
  readonly arms?: number;
  /** For more than one arm; `dunnett` when absent. */
  readonly correction?: ArmCorrection;
  /** Looks at the data before the end count as looks too; one look, at the end, when absent. */
  readonly looks?: { readonly rule: StoppingRule; readonly count: number };
  /** When what is measured is part of what is assigned, such as visits of a reader. */
  readonly clusters?: Clusters;
  /** Units (those that are measured) that enter the experiment per day, all arms together. */
  readonly unitsPerDay?: number;
}

export interface Clusters {
  /** Mean units per cluster, ≥ 1. */
  readonly meanSize: number;
  /** Correlation of two units of a cluster, in [0, 1]. */
  readonly correlation: number;
  /** Standard deviation of the sizes over their mean; 0 when absent. */
  readonly sizeVariation?: number;
}

export interface ExperimentLength {
  readonly unitsPerArm: number;
  /** All arms, the control included. */
  readonly units: number;
  /** Before clusters and looks. */
  readonly plainUnitsPerArm: number;
  /** What clusters multiply the size by. */
  readonly designEffect: number;
  /** What looks multiply the largest size by. */
  readonly lookInflation: number;
  readonly significancePerArm: number;
  /** Absent without `unitsPerDay`. */
  readonly days?: number;
  /** Whole weeks, so that every weekday counts as often. */
  readonly weeks?: number;
}

/**
 * How long an experiment must run, by exact power rather than a rule of thumb.
 *
 * @throws {Problem} `sizing/out-of-range`
 */
export function experimentLength(plan: ExperimentPlan): ExperimentLength {
  const { measure, power = 0.8, arms = 1, looks, clusters, unitsPerDay } = plan;
  checkCount({ arms });
  const significance = perArm(plan);
  const plainUnitsPerArm = plainUnits(measure, significance, power);
  const lookInflation = looks ? planLooks({ ...looks, looks: looks.count, significance }, power).inflation : 1;
  const effect = clusters ? designEffect(clusters) : 1;
  const unitsPerArm = Math.ceil(plainUnitsPerArm * effect * lookInflation);
  const units = unitsPerArm * (arms + 1);
  return {
    unitsPerArm,
    units,
    plainUnitsPerArm,
    designEffect: effect,
    lookInflation,
    significancePerArm: significance,
    ...(unitsPerDay !== undefined && duration(units, unitsPerDay)),
  };
}

/**
 * 1 + ((1 + cv²) m − 1) × correlation: how many clustered units are worth one independent unit.
 *
 * @see Kish, Survey Sampling (1965); Eldridge, Ashby and Kerry (2006) for sizes that vary
 */
export function designEffect({ meanSize, correlation, sizeVariation = 0 }: Clusters): number {
  checkPositive({ meanSize });
  checkShare({ correlation });
  checkNotNegative({ sizeVariation });
  return Math.max(1, 1 + ((1 + sizeVariation ** 2) * meanSize - 1) * correlation);
}

function perArm({ significance = 0.05, arms = 1, correction = "dunnett" }: ExperimentPlan): number {
  return arms === 1 ? significance : significancePerArm(significance, arms, correction);
}

function plainUnits(measure: ExperimentPlan["measure"], significance: number, power: number): number {
  if (measure.kind === "mean") return meanUnitsPerArm({ ...measure, significance }, power);
  const { baseline, detectRelative } = measure;
  return proportionUnitsPerArm({ baseline, changed: baseline * (1 + detectRelative), significance }, power);
}

function duration(units: number, unitsPerDay: number): { days: number; weeks: number } {
  checkPositive({ unitsPerDay });
  const days = Math.ceil(units / unitsPerDay);
  return { days, weeks: Math.ceil(days / 7) };
}
