// Written by scripts/generate.ts from the files of this folder: do not edit.
import accuracyOnRarePositivesRule from "./accuracy-on-rare-positives.ts";
import adversaryIgnoredRule from "./adversary-ignored.ts";
import alarmWithoutOwnerOrActionRule from "./alarm-without-owner-or-action.ts";
import annotatorsUncheckedRule from "./annotators-unchecked.ts";
import appealWithoutPeopleRule from "./appeal-without-people.ts";
import availabilityUnmeasuredRule from "./availability-unmeasured.ts";
import baselineNotComparedRule from "./baseline-not-compared.ts";
import batchOutlastsItsIntervalRule from "./batch-outlasts-its-interval.ts";
import batchResultsExpireRule from "./batch-results-expire.ts";
import beatsUndeclaredBaselineRule from "./beats-undeclared-baseline.ts";
import boughtPartWithoutExitRule from "./bought-part-without-exit.ts";
import budgetSumExceedsTargetRule from "./budget-sum-exceeds-target.ts";
import buildWithoutReasonRule from "./build-without-reason.ts";
import cacheOutlivesFreshnessRule from "./cache-outlives-freshness.ts";
import canaryTooShortRule from "./canary-too-short.ts";
import canaryWithoutDurationRule from "./canary-without-duration.ts";
import chanceNotLoggedRule from "./chance-not-logged.ts";
import classesBeyondLabelsRule from "./classes-beyond-labels.ts";
import conflictsUnsettledRule from "./conflicts-unsettled.ts";
import costExceedsBudgetRule from "./cost-exceeds-budget.ts";
import cutoffExceedsCandidatesRule from "./cutoff-exceeds-candidates.ts";
import deadlineBelowPromiseRule from "./deadline-below-promise.ts";
import decayMetricUnmeasuredRule from "./decay-metric-unmeasured.ts";
import deepWithoutJustificationRule from "./deep-without-justification.ts";
import deviceModelTooLargeRule from "./device-model-too-large.ts";
import devicePromiseBrokenRule from "./device-promise-broken.ts";
import driftWithoutConsequenceRule from "./drift-without-consequence.ts";
import entitiesOnBothSidesRule from "./entities-on-both-sides.ts";
import erasureMissesACopyRule from "./erasure-misses-a-copy.ts";
import erasureWithoutProofRule from "./erasure-without-proof.ts";
import errorRateAboveAvailabilityRule from "./error-rate-above-availability.ts";
import errorsUnpricedRule from "./errors-unpriced.ts";
import eventRatesDisagreeRule from "./event-rates-disagree.ts";
import experimentTooShortRule from "./experiment-too-short.ts";
import experimentUncheckedRule from "./experiment-unchecked.ts";
import explorationUnjudgedRule from "./exploration-unjudged.ts";
import exposureBiasIgnoredRule from "./exposure-bias-ignored.ts";
import fairnessUnmeasuredRule from "./fairness-unmeasured.ts";
import fairnessWithoutBoundRule from "./fairness-without-bound.ts";
import fallbackCanFailRule from "./fallback-can-fail.ts";
import fallbackDependsOnFailedRule from "./fallback-depends-on-failed.ts";
import fallbackUndeclaredRule from "./fallback-undeclared.ts";
import featureFresherThanSourceRule from "./feature-fresher-than-source.ts";
import featureIsTheOutcomeRule from "./feature-is-the-outcome.ts";
import featureReadsUnknownFeatureRule from "./feature-reads-unknown-feature.ts";
import featureSourceWithoutTimeRule from "./feature-source-without-time.ts";
import featureUndefinedRule from "./feature-undefined.ts";
import featureWindowExceedsRetentionRule from "./feature-window-exceeds-retention.ts";
import featureWithoutServingPathRule from "./feature-without-serving-path.ts";
import featureWithoutSourceRule from "./feature-without-source.ts";
import featuresOfUndeclaredSourceRule from "./features-of-undeclared-source.ts";
import flagWithoutOffRule from "./flag-without-off.ts";
import fleetDeliveryExceedsBudgetRule from "./fleet-delivery-exceeds-budget.ts";
import forbiddenDataUsedRule from "./forbidden-data-used.ts";
import freshnessPromiseUnwatchedRule from "./freshness-promise-unwatched.ts";
import freshnessWithoutSourceAgeRule from "./freshness-without-source-age.ts";
import generatedTextUnguardedRule from "./generated-text-unguarded.ts";
import gradesWithoutLabelsRule from "./grades-without-labels.ts";
import groundednessUncheckedRule from "./groundedness-unchecked.ts";
import guardrailUnwatchedRule from "./guardrail-unwatched.ts";
import imbalanceUnhandledRule from "./imbalance-unhandled.ts";
import indexBuildOutlastsRebuildRule from "./index-build-outlasts-rebuild.ts";
import indexDoesNotFitRule from "./index-does-not-fit.ts";
import indexOlderThanPromisedRule from "./index-older-than-promised.ts";
import judgeWithoutAgreementRule from "./judge-without-agreement.ts";
import judgeWithoutRepeatsRule from "./judge-without-repeats.ts";
import labelSourceWithoutKnownRule from "./label-source-without-known.ts";
import labelWindowTooShortRule from "./label-window-too-short.ts";
import labelWithoutStrategyRule from "./label-without-strategy.ts";
import labellingExceedsBudgetRule from "./labelling-exceeds-budget.ts";
import labelsJoinedTooEarlyRule from "./labels-joined-too-early.ts";
import labelsOutnumberEventsRule from "./labels-outnumber-events.ts";
import llmWhereLessWouldDoRule from "./llm-where-less-would-do.ts";
import migrationWithoutWayBackRule from "./migration-without-way-back.ts";
import modelAndNothingElseRule from "./model-and-nothing-else.ts";
import modelBeforeObjectiveRule from "./model-before-objective.ts";
import modelDoesNotFitRule from "./model-does-not-fit.ts";
import monitorWithoutAlarmRule from "./monitor-without-alarm.ts";
import nearDuplicatesOnBothSidesRule from "./near-duplicates-on-both-sides.ts";
import negativesUnsaidRule from "./negatives-unsaid.ts";
import noAppealRule from "./no-appeal.ts";
import noBaselineRule from "./no-baseline.ts";
import noColdStartRule from "./no-cold-start.ts";
import noCostBoundRule from "./no-cost-bound.ts";
import noCurrentSolutionRule from "./no-current-solution.ts";
import noDataStoryRule from "./no-data-story.ts";
import noDecaySignalRule from "./no-decay-signal.ts";
import noDriftThresholdRule from "./no-drift-threshold.ts";
import noEarlySignalRule from "./no-early-signal.ts";
import noExplanationRule from "./no-explanation.ts";
import noExplorationRule from "./no-exploration.ts";
import noFallbackRule from "./no-fallback.ts";
import noFeedbackPathRule from "./no-feedback-path.ts";
import noFreshnessRule from "./no-freshness.ts";
import noGradualRolloutRule from "./no-gradual-rollout.ts";
import noGroundForPersonalDataRule from "./no-ground-for-personal-data.ts";
import noGrowthStoryRule from "./no-growth-story.ts";
import noGuardrailRule from "./no-guardrail.ts";
import noLabelsRule from "./no-labels.ts";
import noLatencyTargetRule from "./no-latency-target.ts";
import noMonitoringRule from "./no-monitoring.ts";
import noOfflineMetricRule from "./no-offline-metric.ts";
import noPersonWhereErrorsAreGraveRule from "./no-person-where-errors-are-grave.ts";
import noReasonForLearningRule from "./no-reason-for-learning.ts";
import noRetrainingTriggerRule from "./no-retraining-trigger.ts";
import noRollbackRule from "./no-rollback.ts";
import noRoomForFailureRule from "./no-room-for-failure.ts";
import noRunbookRule from "./no-runbook.ts";
import noServingStoryRule from "./no-serving-story.ts";
import noSlicesRule from "./no-slices.ts";
import noSplitRule from "./no-split.ts";
import nobodyOnCallRule from "./nobody-on-call.ts";
import notReproducibleRule from "./not-reproducible.ts";
import noveltyIgnoredRule from "./novelty-ignored.ts";
import objectiveOfUnknownLabelRule from "./objective-of-unknown-label.ts";
import objectiveUnmeasuredRule from "./objective-unmeasured.ts";
import offPolicyWithoutChanceRule from "./off-policy-without-chance.ts";
import offlineAndOnlineUnlinkedRule from "./offline-and-online-unlinked.ts";
import oneSidedMetricRule from "./one-sided-metric.ts";
import onlineMetricUndecidedRule from "./online-metric-undecided.ts";
import onlineMetricWithoutEffectRule from "./online-metric-without-effect.ts";
import pageWithoutOnCallRule from "./page-without-on-call.ts";
import peakBelowAverageRule from "./peak-below-average.ts";
import peekingRule from "./peeking.ts";
import perfectionDemandedRule from "./perfection-demanded.ts";
import personalSourceUnusedRule from "./personal-source-unused.ts";
import personalWithoutBasisRule from "./personal-without-basis.ts";
import personalWithoutErasureRule from "./personal-without-erasure.ts";
import personalWithoutRetentionRule from "./personal-without-retention.ts";
import pictureWithoutFeedbackRule from "./picture-without-feedback.ts";
import pictureWithoutMonitorRule from "./picture-without-monitor.ts";
import popularityBiasIgnoredRule from "./popularity-bias-ignored.ts";
import positionBiasIgnoredRule from "./position-bias-ignored.ts";
import precisionImpliedRule from "./precision-implied.ts";
import privacyIgnoredRule from "./privacy-ignored.ts";
import queuePromiseUnwatchedRule from "./queue-promise-unwatched.ts";
import randomSplitOverTimeRule from "./random-split-over-time.ts";
import regulationIgnoredRule from "./regulation-ignored.ts";
import replicasTooFewRule from "./replicas-too-few.ts";
import requestFeatureNotLoggedRule from "./request-feature-not-logged.ts";
import retrainBeforeLabelsRule from "./retrain-before-labels.ts";
import retrainCadenceDisagreesRule from "./retrain-cadence-disagrees.ts";
import retrainTriggerUnwatchedRule from "./retrain-trigger-unwatched.ts";
import retrainWithoutGateRule from "./retrain-without-gate.ts";
import retryExceedsDeadlineRule from "./retry-exceeds-deadline.ts";
import returnBelowCostRule from "./return-below-cost.ts";
import reviewQueueOverflowsRule from "./review-queue-overflows.ts";
import reviewWithoutPeopleRule from "./review-without-people.ts";
import riskWithoutMitigationRule from "./risk-without-mitigation.ts";
import riskWithoutOwnerRule from "./risk-without-owner.ts";
import riskWithoutSignalRule from "./risk-without-signal.ts";
import rocAucOnRarePositivesRule from "./roc-auc-on-rare-positives.ts";
import rollbackAwaitsLabelsRule from "./rollback-awaits-labels.ts";
import rolloutWithoutSignalRule from "./rollout-without-signal.ts";
import scoreNotCalibratedRule from "./score-not-calibrated.ts";
import selectionBiasIgnoredRule from "./selection-bias-ignored.ts";
import severalDecidingMetricsRule from "./several-deciding-metrics.ts";
import singleMetricRule from "./single-metric.ts";
import singleOffPolicyEstimatorRule from "./single-off-policy-estimator.ts";
import skewUncheckedRule from "./skew-unchecked.ts";
import sourceWithoutChecksRule from "./source-without-checks.ts";
import splitGapShorterThanLabelsRule from "./split-gap-shorter-than-labels.ts";
import stepFallbackUndeclaredRule from "./step-fallback-undeclared.ts";
import stepWithoutBudgetRule from "./step-without-budget.ts";
import storageExceedsBudgetRule from "./storage-exceeds-budget.ts";
import storeDoesNotFitRule from "./store-does-not-fit.ts";
import targetAboveLabelNoiseRule from "./target-above-label-noise.ts";
import teamTooSmallRule from "./team-too-small.ts";
import thresholdsWithoutReasonRule from "./thresholds-without-reason.ts";
import tokensExceedBudgetRule from "./tokens-exceed-budget.ts";
import tooFewOutcomesRule from "./too-few-outcomes.ts";
import tooFewPositivesRule from "./too-few-positives.ts";
import tooFewRowsForLevelRule from "./too-few-rows-for-level.ts";
import trainingExceedsRetentionRule from "./training-exceeds-retention.ts";
import trainingOutlastsItsIntervalRule from "./training-outlasts-its-interval.ts";
import tunedOnTheTestSetRule from "./tuned-on-the-test-set.ts";
import ungradedNdcgRule from "./ungraded-ndcg.ts";
import wrongUnitOfRandomisationRule from "./wrong-unit-of-randomisation.ts";

/** Every entry of this folder, by file name. */
export const rules = [
  accuracyOnRarePositivesRule,
  adversaryIgnoredRule,
  alarmWithoutOwnerOrActionRule,
  annotatorsUncheckedRule,
  appealWithoutPeopleRule,
  availabilityUnmeasuredRule,
  baselineNotComparedRule,
  batchOutlastsItsIntervalRule,
  batchResultsExpireRule,
  beatsUndeclaredBaselineRule,
  boughtPartWithoutExitRule,
  budgetSumExceedsTargetRule,
  buildWithoutReasonRule,
  cacheOutlivesFreshnessRule,
  canaryTooShortRule,
  canaryWithoutDurationRule,
  chanceNotLoggedRule,
  classesBeyondLabelsRule,
  conflictsUnsettledRule,
  costExceedsBudgetRule,
  cutoffExceedsCandidatesRule,
  deadlineBelowPromiseRule,
  decayMetricUnmeasuredRule,
  deepWithoutJustificationRule,
  deviceModelTooLargeRule,
  devicePromiseBrokenRule,
  driftWithoutConsequenceRule,
  entitiesOnBothSidesRule,
  erasureMissesACopyRule,
  erasureWithoutProofRule,
  errorRateAboveAvailabilityRule,
  errorsUnpricedRule,
  eventRatesDisagreeRule,
  experimentTooShortRule,
  experimentUncheckedRule,
  explorationUnjudgedRule,
  exposureBiasIgnoredRule,
  fairnessUnmeasuredRule,
  fairnessWithoutBoundRule,
  fallbackCanFailRule,
  fallbackDependsOnFailedRule,
  fallbackUndeclaredRule,
  featureFresherThanSourceRule,
  featureIsTheOutcomeRule,
  featureReadsUnknownFeatureRule,
  featureSourceWithoutTimeRule,
  featureUndefinedRule,
  featureWindowExceedsRetentionRule,
  featureWithoutServingPathRule,
  featureWithoutSourceRule,
  featuresOfUndeclaredSourceRule,
  flagWithoutOffRule,
  fleetDeliveryExceedsBudgetRule,
  forbiddenDataUsedRule,
  freshnessPromiseUnwatchedRule,
  freshnessWithoutSourceAgeRule,
  generatedTextUnguardedRule,
  gradesWithoutLabelsRule,
  groundednessUncheckedRule,
  guardrailUnwatchedRule,
  imbalanceUnhandledRule,
  indexBuildOutlastsRebuildRule,
  indexDoesNotFitRule,
  indexOlderThanPromisedRule,
  judgeWithoutAgreementRule,
  judgeWithoutRepeatsRule,
  labelSourceWithoutKnownRule,
  labelWindowTooShortRule,
  labelWithoutStrategyRule,
  labellingExceedsBudgetRule,
  labelsJoinedTooEarlyRule,
  labelsOutnumberEventsRule,
  llmWhereLessWouldDoRule,
  migrationWithoutWayBackRule,
  modelAndNothingElseRule,
  modelBeforeObjectiveRule,
  modelDoesNotFitRule,
  monitorWithoutAlarmRule,
  nearDuplicatesOnBothSidesRule,
  negativesUnsaidRule,
  noAppealRule,
  noBaselineRule,
  noColdStartRule,
  noCostBoundRule,
  noCurrentSolutionRule,
  noDataStoryRule,
  noDecaySignalRule,
  noDriftThresholdRule,
  noEarlySignalRule,
  noExplanationRule,
  noExplorationRule,
  noFallbackRule,
  noFeedbackPathRule,
  noFreshnessRule,
  noGradualRolloutRule,
  noGroundForPersonalDataRule,
  noGrowthStoryRule,
  noGuardrailRule,
  noLabelsRule,
  noLatencyTargetRule,
  noMonitoringRule,
  noOfflineMetricRule,
  noPersonWhereErrorsAreGraveRule,
  noReasonForLearningRule,
  noRetrainingTriggerRule,
  noRollbackRule,
  noRoomForFailureRule,
  noRunbookRule,
  noServingStoryRule,
  noSlicesRule,
  noSplitRule,
  nobodyOnCallRule,
  notReproducibleRule,
  noveltyIgnoredRule,
  objectiveOfUnknownLabelRule,
  objectiveUnmeasuredRule,
  offPolicyWithoutChanceRule,
  offlineAndOnlineUnlinkedRule,
  oneSidedMetricRule,
  onlineMetricUndecidedRule,
  onlineMetricWithoutEffectRule,
  pageWithoutOnCallRule,
  peakBelowAverageRule,
  peekingRule,
  perfectionDemandedRule,
  personalSourceUnusedRule,
  personalWithoutBasisRule,
  personalWithoutErasureRule,
  personalWithoutRetentionRule,
  pictureWithoutFeedbackRule,
  pictureWithoutMonitorRule,
  popularityBiasIgnoredRule,
  positionBiasIgnoredRule,
  precisionImpliedRule,
  privacyIgnoredRule,
  queuePromiseUnwatchedRule,
  randomSplitOverTimeRule,
  regulationIgnoredRule,
  replicasTooFewRule,
  requestFeatureNotLoggedRule,
  retrainBeforeLabelsRule,
  retrainCadenceDisagreesRule,
  retrainTriggerUnwatchedRule,
  retrainWithoutGateRule,
  retryExceedsDeadlineRule,
  returnBelowCostRule,
  reviewQueueOverflowsRule,
  reviewWithoutPeopleRule,
  riskWithoutMitigationRule,
  riskWithoutOwnerRule,
  riskWithoutSignalRule,
  rocAucOnRarePositivesRule,
  rollbackAwaitsLabelsRule,
  rolloutWithoutSignalRule,
  scoreNotCalibratedRule,
  selectionBiasIgnoredRule,
  severalDecidingMetricsRule,
  singleMetricRule,
  singleOffPolicyEstimatorRule,
  skewUncheckedRule,
  sourceWithoutChecksRule,
  splitGapShorterThanLabelsRule,
  stepFallbackUndeclaredRule,
  stepWithoutBudgetRule,
  storageExceedsBudgetRule,
  storeDoesNotFitRule,
  targetAboveLabelNoiseRule,
  teamTooSmallRule,
  thresholdsWithoutReasonRule,
  tokensExceedBudgetRule,
  tooFewOutcomesRule,
  tooFewPositivesRule,
  tooFewRowsForLevelRule,
  trainingExceedsRetentionRule,
  trainingOutlastsItsIntervalRule,
  tunedOnTheTestSetRule,
  ungradedNdcgRule,
  wrongUnitOfRandomisationRule,
] as const;
