// Written by scripts/generate.ts from the files of this folder: do not edit.
import alarmWithoutOwnerOrActionRule from "./alarm-without-owner-or-action.ts";
import batchOutlastsItsIntervalRule from "./batch-outlasts-its-interval.ts";
import batchResultsExpireRule from "./batch-results-expire.ts";
import budgetSumExceedsTargetRule from "./budget-sum-exceeds-target.ts";
import cacheOutlivesFreshnessRule from "./cache-outlives-freshness.ts";
import canaryTooShortRule from "./canary-too-short.ts";
import costExceedsBudgetRule from "./cost-exceeds-budget.ts";
import cutoffExceedsCandidatesRule from "./cutoff-exceeds-candidates.ts";
import deadlineBelowPromiseRule from "./deadline-below-promise.ts";
import deviceModelTooLargeRule from "./device-model-too-large.ts";
import errorRateAboveAvailabilityRule from "./error-rate-above-availability.ts";
import eventRatesDisagreeRule from "./event-rates-disagree.ts";
import experimentTooShortRule from "./experiment-too-short.ts";
import featureFresherThanSourceRule from "./feature-fresher-than-source.ts";
import featureWindowExceedsRetentionRule from "./feature-window-exceeds-retention.ts";
import fleetDeliveryExceedsBudgetRule from "./fleet-delivery-exceeds-budget.ts";
import indexBuildOutlastsRebuildRule from "./index-build-outlasts-rebuild.ts";
import indexDoesNotFitRule from "./index-does-not-fit.ts";
import indexOlderThanPromisedRule from "./index-older-than-promised.ts";
import labelWindowTooShortRule from "./label-window-too-short.ts";
import labellingExceedsBudgetRule from "./labelling-exceeds-budget.ts";
import labelsJoinedTooEarlyRule from "./labels-joined-too-early.ts";
import labelsOutnumberEventsRule from "./labels-outnumber-events.ts";
import modelBeforeObjectiveRule from "./model-before-objective.ts";
import modelDoesNotFitRule from "./model-does-not-fit.ts";
import noRoomForFailureRule from "./no-room-for-failure.ts";
import peakBelowAverageRule from "./peak-below-average.ts";
import precisionImpliedRule from "./precision-implied.ts";
import replicasTooFewRule from "./replicas-too-few.ts";
import retrainBeforeLabelsRule from "./retrain-before-labels.ts";
import retryExceedsDeadlineRule from "./retry-exceeds-deadline.ts";
import returnBelowCostRule from "./return-below-cost.ts";
import reviewQueueOverflowsRule from "./review-queue-overflows.ts";
import rollbackAwaitsLabelsRule from "./rollback-awaits-labels.ts";
import splitGapShorterThanLabelsRule from "./split-gap-shorter-than-labels.ts";
import storageExceedsBudgetRule from "./storage-exceeds-budget.ts";
import storeDoesNotFitRule from "./store-does-not-fit.ts";
import targetAboveLabelNoiseRule from "./target-above-label-noise.ts";
import tokensExceedBudgetRule from "./tokens-exceed-budget.ts";
import tooFewPositivesRule from "./too-few-positives.ts";
import tooFewRowsForLevelRule from "./too-few-rows-for-level.ts";
import trainingExceedsRetentionRule from "./training-exceeds-retention.ts";
import trainingOutlastsItsIntervalRule from "./training-outlasts-its-interval.ts";

/** Every entry of this folder, by file name. */
export const rules = [
  alarmWithoutOwnerOrActionRule,
  batchOutlastsItsIntervalRule,
  batchResultsExpireRule,
  budgetSumExceedsTargetRule,
  cacheOutlivesFreshnessRule,
  canaryTooShortRule,
  costExceedsBudgetRule,
  cutoffExceedsCandidatesRule,
  deadlineBelowPromiseRule,
  deviceModelTooLargeRule,
  errorRateAboveAvailabilityRule,
  eventRatesDisagreeRule,
  experimentTooShortRule,
  featureFresherThanSourceRule,
  featureWindowExceedsRetentionRule,
  fleetDeliveryExceedsBudgetRule,
  indexBuildOutlastsRebuildRule,
  indexDoesNotFitRule,
  indexOlderThanPromisedRule,
  labelWindowTooShortRule,
  labellingExceedsBudgetRule,
  labelsJoinedTooEarlyRule,
  labelsOutnumberEventsRule,
  modelBeforeObjectiveRule,
  modelDoesNotFitRule,
  noRoomForFailureRule,
  peakBelowAverageRule,
  precisionImpliedRule,
  replicasTooFewRule,
  retrainBeforeLabelsRule,
  retryExceedsDeadlineRule,
  returnBelowCostRule,
  reviewQueueOverflowsRule,
  rollbackAwaitsLabelsRule,
  splitGapShorterThanLabelsRule,
  storageExceedsBudgetRule,
  storeDoesNotFitRule,
  targetAboveLabelNoiseRule,
  tokensExceedBudgetRule,
  tooFewPositivesRule,
  tooFewRowsForLevelRule,
  trainingExceedsRetentionRule,
  trainingOutlastsItsIntervalRule,
] as const;
