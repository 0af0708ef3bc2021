// Written by scripts/generate.ts from the files of this folder: do not edit.
import alarmWithoutOwnerOrActionRule from "./alarm-without-owner-or-action.ts";
import budgetSumExceedsTargetRule from "./budget-sum-exceeds-target.ts";
import experimentTooShortRule from "./experiment-too-short.ts";
import featureFresherThanSourceRule from "./feature-fresher-than-source.ts";
import modelBeforeObjectiveRule from "./model-before-objective.ts";
import precisionImpliedRule from "./precision-implied.ts";

/** Every entry of this folder, by file name. */
export const rules = [
  alarmWithoutOwnerOrActionRule,
  budgetSumExceedsTargetRule,
  experimentTooShortRule,
  featureFresherThanSourceRule,
  modelBeforeObjectiveRule,
  precisionImpliedRule,
] as const;
