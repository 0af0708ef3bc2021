// Written by scripts/generate.ts from the files of this folder: do not edit.
import alarmWithoutOwnerOrActionRule from "./alarm-without-owner-or-action.ts";
import appealWithoutPeopleRule from "./appeal-without-people.ts";
import availabilityUnmeasuredRule from "./availability-unmeasured.ts";
import beatsUndeclaredBaselineRule from "./beats-undeclared-baseline.ts";
import boughtPartWithoutExitRule from "./bought-part-without-exit.ts";
import budgetSumExceedsTargetRule from "./budget-sum-exceeds-target.ts";
import canaryWithoutDurationRule from "./canary-without-duration.ts";
import chanceNotLoggedRule from "./chance-not-logged.ts";
import classesBeyondLabelsRule from "./classes-beyond-labels.ts";
import decayMetricUnmeasuredRule from "./decay-metric-unmeasured.ts";
import devicePromiseBrokenRule from "./device-promise-broken.ts";
import driftWithoutConsequenceRule from "./drift-without-consequence.ts";
import erasureMissesACopyRule from "./erasure-misses-a-copy.ts";
import erasureWithoutProofRule from "./erasure-without-proof.ts";
import experimentTooShortRule from "./experiment-too-short.ts";
import fairnessGapWithoutActionRule from "./fairness-gap-without-action.ts";
import fallbackCanFailRule from "./fallback-can-fail.ts";
import fallbackDependsOnFailedRule from "./fallback-depends-on-failed.ts";
import fallbackUndeclaredRule from "./fallback-undeclared.ts";
import featureFresherThanSourceRule from "./feature-fresher-than-source.ts";
import featureIsTheOutcomeRule from "./feature-is-the-outcome.ts";
import featureReadsUnknownFeatureRule from "./feature-reads-unknown-feature.ts";
import featureSourceWithoutTimeRule from "./feature-source-without-time.ts";
import featureUndefinedRule from "./feature-undefined.ts";
import featureWithoutServingPathRule from "./feature-without-serving-path.ts";
import featureWithoutSourceRule from "./feature-without-source.ts";
import featuresOfUndeclaredSourceRule from "./features-of-undeclared-source.ts";
import flagWithoutOffRule from "./flag-without-off.ts";
import forbiddenDataUsedRule from "./forbidden-data-used.ts";
import freshnessPromiseUnwatchedRule from "./freshness-promise-unwatched.ts";
import freshnessWithoutSourceAgeRule from "./freshness-without-source-age.ts";
import gradesWithoutLabelsRule from "./grades-without-labels.ts";
import guardrailUnwatchedRule from "./guardrail-unwatched.ts";
import labelSourceWithoutKnownRule from "./label-source-without-known.ts";
import migrationWithoutWayBackRule from "./migration-without-way-back.ts";
import modelBeforeObjectiveRule from "./model-before-objective.ts";
import monitorWithoutAlarmRule from "./monitor-without-alarm.ts";
import objectiveOfUnknownLabelRule from "./objective-of-unknown-label.ts";
import objectiveUnmeasuredRule from "./objective-unmeasured.ts";
import objectivesWithoutArbiterRule from "./objectives-without-arbiter.ts";
import offPolicyWithoutChanceRule from "./off-policy-without-chance.ts";
import onlineMetricUndecidedRule from "./online-metric-undecided.ts";
import onlineMetricWithoutEffectRule from "./online-metric-without-effect.ts";
import pageWithoutOnCallRule from "./page-without-on-call.ts";
import pageWithoutRunbookRule from "./page-without-runbook.ts";
import personalSourceUnusedRule from "./personal-source-unused.ts";
import personalWithoutBasisRule from "./personal-without-basis.ts";
import personalWithoutErasureRule from "./personal-without-erasure.ts";
import personalWithoutRetentionRule from "./personal-without-retention.ts";
import pictureWithoutFeedbackRule from "./picture-without-feedback.ts";
import pictureWithoutMonitorRule from "./picture-without-monitor.ts";
import precisionImpliedRule from "./precision-implied.ts";
import queuePromiseUnwatchedRule from "./queue-promise-unwatched.ts";
import requestFeatureNotLoggedRule from "./request-feature-not-logged.ts";
import retrainCadenceDisagreesRule from "./retrain-cadence-disagrees.ts";
import retrainTriggerUnwatchedRule from "./retrain-trigger-unwatched.ts";
import retrainWithoutGateRule from "./retrain-without-gate.ts";
import reviewWithoutPeopleRule from "./review-without-people.ts";
import riskWithoutMitigationRule from "./risk-without-mitigation.ts";
import riskWithoutOwnerRule from "./risk-without-owner.ts";
import riskWithoutSignalRule from "./risk-without-signal.ts";
import rolloutWithoutSignalRule from "./rollout-without-signal.ts";
import stepFallbackUndeclaredRule from "./step-fallback-undeclared.ts";
import stepWithoutBudgetRule from "./step-without-budget.ts";
import thresholdWithoutCalibrationRule from "./threshold-without-calibration.ts";
import trainingBeyondRetentionRule from "./training-beyond-retention.ts";
import windowBeyondRetentionRule from "./window-beyond-retention.ts";

/** Every entry of this folder, by file name. */
export const rules = [
  alarmWithoutOwnerOrActionRule,
  appealWithoutPeopleRule,
  availabilityUnmeasuredRule,
  beatsUndeclaredBaselineRule,
  boughtPartWithoutExitRule,
  budgetSumExceedsTargetRule,
  canaryWithoutDurationRule,
  chanceNotLoggedRule,
  classesBeyondLabelsRule,
  decayMetricUnmeasuredRule,
  devicePromiseBrokenRule,
  driftWithoutConsequenceRule,
  erasureMissesACopyRule,
  erasureWithoutProofRule,
  experimentTooShortRule,
  fairnessGapWithoutActionRule,
  fallbackCanFailRule,
  fallbackDependsOnFailedRule,
  fallbackUndeclaredRule,
  featureFresherThanSourceRule,
  featureIsTheOutcomeRule,
  featureReadsUnknownFeatureRule,
  featureSourceWithoutTimeRule,
  featureUndefinedRule,
  featureWithoutServingPathRule,
  featureWithoutSourceRule,
  featuresOfUndeclaredSourceRule,
  flagWithoutOffRule,
  forbiddenDataUsedRule,
  freshnessPromiseUnwatchedRule,
  freshnessWithoutSourceAgeRule,
  gradesWithoutLabelsRule,
  guardrailUnwatchedRule,
  labelSourceWithoutKnownRule,
  migrationWithoutWayBackRule,
  modelBeforeObjectiveRule,
  monitorWithoutAlarmRule,
  objectiveOfUnknownLabelRule,
  objectiveUnmeasuredRule,
  objectivesWithoutArbiterRule,
  offPolicyWithoutChanceRule,
  onlineMetricUndecidedRule,
  onlineMetricWithoutEffectRule,
  pageWithoutOnCallRule,
  pageWithoutRunbookRule,
  personalSourceUnusedRule,
  personalWithoutBasisRule,
  personalWithoutErasureRule,
  personalWithoutRetentionRule,
  pictureWithoutFeedbackRule,
  pictureWithoutMonitorRule,
  precisionImpliedRule,
  queuePromiseUnwatchedRule,
  requestFeatureNotLoggedRule,
  retrainCadenceDisagreesRule,
  retrainTriggerUnwatchedRule,
  retrainWithoutGateRule,
  reviewWithoutPeopleRule,
  riskWithoutMitigationRule,
  riskWithoutOwnerRule,
  riskWithoutSignalRule,
  rolloutWithoutSignalRule,
  stepFallbackUndeclaredRule,
  stepWithoutBudgetRule,
  thresholdWithoutCalibrationRule,
  trainingBeyondRetentionRule,
  windowBeyondRetentionRule,
] as const;
