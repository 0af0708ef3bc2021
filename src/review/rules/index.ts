// Written by scripts/generate.ts from the files of this folder: do not edit.
import alarmWithoutOwnerOrActionRule from "./alarm-without-owner-or-action.ts";
import budgetSumExceedsTargetRule from "./budget-sum-exceeds-target.ts";
import decayMetricUnmeasuredRule from "./decay-metric-unmeasured.ts";
import driftWithoutConsequenceRule from "./drift-without-consequence.ts";
import experimentTooShortRule from "./experiment-too-short.ts";
import featureFresherThanSourceRule from "./feature-fresher-than-source.ts";
import featureIsTheOutcomeRule from "./feature-is-the-outcome.ts";
import featureReadsUnknownFeatureRule from "./feature-reads-unknown-feature.ts";
import featureSourceWithoutTimeRule from "./feature-source-without-time.ts";
import featureUndefinedRule from "./feature-undefined.ts";
import featureWithoutServingPathRule from "./feature-without-serving-path.ts";
import featureWithoutSourceRule from "./feature-without-source.ts";
import featuresOfUndeclaredSourceRule from "./features-of-undeclared-source.ts";
import freshnessWithoutSourceAgeRule from "./freshness-without-source-age.ts";
import guardrailUnwatchedRule from "./guardrail-unwatched.ts";
import labelSourceWithoutKnownRule from "./label-source-without-known.ts";
import modelBeforeObjectiveRule from "./model-before-objective.ts";
import monitorWithoutAlarmRule from "./monitor-without-alarm.ts";
import objectiveUnmeasuredRule from "./objective-unmeasured.ts";
import onlineMetricUndecidedRule from "./online-metric-undecided.ts";
import onlineMetricWithoutEffectRule from "./online-metric-without-effect.ts";
import pageWithoutOnCallRule from "./page-without-on-call.ts";
import pageWithoutRunbookRule from "./page-without-runbook.ts";
import precisionImpliedRule from "./precision-implied.ts";
import requestFeatureNotLoggedRule from "./request-feature-not-logged.ts";
import retrainCadenceDisagreesRule from "./retrain-cadence-disagrees.ts";
import retrainTriggerUnwatchedRule from "./retrain-trigger-unwatched.ts";
import retrainWithoutGateRule from "./retrain-without-gate.ts";
import trainingBeyondRetentionRule from "./training-beyond-retention.ts";
import windowBeyondRetentionRule from "./window-beyond-retention.ts";

/** Every entry of this folder, by file name. */
export const rules = [
  alarmWithoutOwnerOrActionRule,
  budgetSumExceedsTargetRule,
  decayMetricUnmeasuredRule,
  driftWithoutConsequenceRule,
  experimentTooShortRule,
  featureFresherThanSourceRule,
  featureIsTheOutcomeRule,
  featureReadsUnknownFeatureRule,
  featureSourceWithoutTimeRule,
  featureUndefinedRule,
  featureWithoutServingPathRule,
  featureWithoutSourceRule,
  featuresOfUndeclaredSourceRule,
  freshnessWithoutSourceAgeRule,
  guardrailUnwatchedRule,
  labelSourceWithoutKnownRule,
  modelBeforeObjectiveRule,
  monitorWithoutAlarmRule,
  objectiveUnmeasuredRule,
  onlineMetricUndecidedRule,
  onlineMetricWithoutEffectRule,
  pageWithoutOnCallRule,
  pageWithoutRunbookRule,
  precisionImpliedRule,
  requestFeatureNotLoggedRule,
  retrainCadenceDisagreesRule,
  retrainTriggerUnwatchedRule,
  retrainWithoutGateRule,
  trainingBeyondRetentionRule,
  windowBeyondRetentionRule,
] as const;
