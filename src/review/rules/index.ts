// Written by scripts/generate.ts from the files of this folder: do not edit.
import alarmWithoutOwnerOrActionRule from "./alarm-without-owner-or-action.ts";
import budgetSumExceedsTargetRule from "./budget-sum-exceeds-target.ts";
import decayMetricUnmeasuredRule from "./decay-metric-unmeasured.ts";
import driftWithoutConsequenceRule from "./drift-without-consequence.ts";
import experimentTooShortRule from "./experiment-too-short.ts";
import featureFresherThanSourceRule from "./feature-fresher-than-source.ts";
import guardrailUnwatchedRule from "./guardrail-unwatched.ts";
import modelBeforeObjectiveRule from "./model-before-objective.ts";
import monitorWithoutAlarmRule from "./monitor-without-alarm.ts";
import objectiveUnmeasuredRule from "./objective-unmeasured.ts";
import onlineMetricUndecidedRule from "./online-metric-undecided.ts";
import onlineMetricWithoutEffectRule from "./online-metric-without-effect.ts";
import pageWithoutOnCallRule from "./page-without-on-call.ts";
import pageWithoutRunbookRule from "./page-without-runbook.ts";
import precisionImpliedRule from "./precision-implied.ts";
import retrainCadenceDisagreesRule from "./retrain-cadence-disagrees.ts";
import retrainTriggerUnwatchedRule from "./retrain-trigger-unwatched.ts";
import retrainWithoutGateRule from "./retrain-without-gate.ts";

/** Every entry of this folder, by file name. */
export const rules = [
  alarmWithoutOwnerOrActionRule,
  budgetSumExceedsTargetRule,
  decayMetricUnmeasuredRule,
  driftWithoutConsequenceRule,
  experimentTooShortRule,
  featureFresherThanSourceRule,
  guardrailUnwatchedRule,
  modelBeforeObjectiveRule,
  monitorWithoutAlarmRule,
  objectiveUnmeasuredRule,
  onlineMetricUndecidedRule,
  onlineMetricWithoutEffectRule,
  pageWithoutOnCallRule,
  pageWithoutRunbookRule,
  precisionImpliedRule,
  retrainCadenceDisagreesRule,
  retrainTriggerUnwatchedRule,
  retrainWithoutGateRule,
] as const;
