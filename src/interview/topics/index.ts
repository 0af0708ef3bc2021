// Written by scripts/generate.ts from the files of this folder: do not edit.
import abTestTopic from "./ab-test.ts";
import ablationTopic from "./ablation.ts";
import adversariesTopic from "./adversaries.ts";
import alertingTopic from "./alerting.ts";
import appealsTopic from "./appeals.ts";
import assumptionsTopic from "./assumptions.ts";
import attributionTopic from "./attribution.ts";
import auctionTopic from "./auction.ts";
import availabilityTopic from "./availability.ts";
import baselineTopic from "./baseline.ts";
import bidAndPacingTopic from "./bid-and-pacing.ts";
import buildOrBuyTopic from "./build-or-buy.ts";
import businessObjectiveTopic from "./business-objective.ts";
import cachingTopic from "./caching.ts";
import calibrationTopic from "./calibration.ts";
import capacityTopic from "./capacity.ts";
import chunkingTopic from "./chunking.ts";
import classImbalanceTopic from "./class-imbalance.ts";
import coldStartTopic from "./cold-start.ts";
import complexityOrInterpretabilityTopic from "./complexity-or-interpretability.ts";
import costLimitTopic from "./cost-limit.ts";
import costOptimisationTopic from "./cost-optimisation.ts";
import costOrPerformanceTopic from "./cost-or-performance.ts";
import currentSolutionTopic from "./current-solution.ts";
import dataBiasTopic from "./data-bias.ts";
import dataFlywheelTopic from "./data-flywheel.ts";
import dataFreshnessTopic from "./data-freshness.ts";
import dataMonitoringTopic from "./data-monitoring.ts";
import dataPipelineTopic from "./data-pipeline.ts";
import dataQualityTopic from "./data-quality.ts";
import dataSourcesTopic from "./data-sources.ts";
import dataVersioningTopic from "./data-versioning.ts";
import debuggingTopic from "./debugging.ts";
import distributedTrainingTopic from "./distributed-training.ts";
import diversityTopic from "./diversity.ts";
import driftTopic from "./drift.ts";
import embeddingsTopic from "./embeddings.ts";
import ensembleAndRulesTopic from "./ensemble-and-rules.ts";
import errorCostsTopic from "./error-costs.ts";
import experimentTrackingTopic from "./experiment-tracking.ts";
import explorationTopic from "./exploration.ts";
import fairnessTopic from "./fairness.ts";
import fallbackTopic from "./fallback.ts";
import featureEngineeringTopic from "./feature-engineering.ts";
import featureFreshnessTopic from "./feature-freshness.ts";
import featureStoreTopic from "./feature-store.ts";
import featureVersioningTopic from "./feature-versioning.ts";
import feedbackLoopTopic from "./feedback-loop.ts";
import freshnessOrStabilityTopic from "./freshness-or-stability.ts";
import graphFeaturesTopic from "./graph-features.ts";
import groundingTopic from "./grounding.ts";
import guardrailsTopic from "./guardrails.ts";
import humanReviewTopic from "./human-review.ts";
import hybridSearchTopic from "./hybrid-search.ts";
import hyperparametersTopic from "./hyperparameters.ts";
import indexServingTopic from "./index-serving.ts";
import interpretabilityTopic from "./interpretability.ts";
import isMlNeededTopic from "./is-ml-needed.ts";
import labelDelayTopic from "./label-delay.ts";
import labellingCostTopic from "./labelling-cost.ts";
import labelsTopic from "./labels.ts";
import latencyBudgetTopic from "./latency-budget.ts";
import latencyOrAccuracyTopic from "./latency-or-accuracy.ts";
import latencyRequirementTopic from "./latency-requirement.ts";
import leakageTopic from "./leakage.ts";
import longTailTopic from "./long-tail.ts";
import lossAndObjectiveTopic from "./loss-and-objective.ts";
import modelChoiceTopic from "./model-choice.ts";
import modelRegistryTopic from "./model-registry.ts";
import modelSearchTopic from "./model-search.ts";
import multiModalTopic from "./multi-modal.ts";
import multiModelServingTopic from "./multi-model-serving.ts";
import multiObjectiveTopic from "./multi-objective.ts";
import multiTaskTopic from "./multi-task.ts";
import multiTenancyTopic from "./multi-tenancy.ts";
import notificationLimitsTopic from "./notification-limits.ts";
import offPolicyEvaluationTopic from "./off-policy-evaluation.ts";
import offlineMetricsTopic from "./offline-metrics.ts";
import offlineOnlineGapTopic from "./offline-online-gap.ts";
import onDeviceTopic from "./on-device.ts";
import onlineLearningTopic from "./online-learning.ts";
import onlineMetricsTopic from "./online-metrics.ts";
import onlineOrOfflineFeaturesTopic from "./online-or-offline-features.ts";
import onlineOrOfflineTopic from "./online-or-offline.ts";
import organisationTopic from "./organisation.ts";
import overfittingTopic from "./overfitting.ts";
import owningTheProblemTopic from "./owning-the-problem.ts";
import performanceMonitoringTopic from "./performance-monitoring.ts";
import precisionOrRecallTopic from "./precision-or-recall.ts";
import pretrainedModelsTopic from "./pretrained-models.ts";
import priceElasticityTopic from "./price-elasticity.ts";
import priceRulesTopic from "./price-rules.ts";
import privacyAndComplianceTopic from "./privacy-and-compliance.ts";
import problemFormulationTopic from "./problem-formulation.ts";
import queryUnderstandingTopic from "./query-understanding.ts";
import ragEvaluationTopic from "./rag-evaluation.ts";
import retrainingTopic from "./retraining.ts";
import retrievalAndRankingTopic from "./retrieval-and-ranking.ts";
import rollbackTopic from "./rollback.ts";
import rolloutTopic from "./rollout.ts";
import safetyCaseTopic from "./safety-case.ts";
import samplingTopic from "./sampling.ts";
import scaleTopic from "./scale.ts";
import securityTopic from "./security.ts";
import sensorFusionTopic from "./sensor-fusion.ts";
import servingInfrastructureTopic from "./serving-infrastructure.ts";
import servingModeTopic from "./serving-mode.ts";
import simulationTopic from "./simulation.ts";
import slicesTopic from "./slices.ts";
import streamProcessingTopic from "./stream-processing.ts";
import streamingFeaturesTopic from "./streaming-features.ts";
import technicalDebtTopic from "./technical-debt.ts";
import thresholdChoiceTopic from "./threshold-choice.ts";
import trainingPipelineTopic from "./training-pipeline.ts";
import trainingServingSkewTopic from "./training-serving-skew.ts";
import usersAndUseTopic from "./users-and-use.ts";
import validationTopic from "./validation.ts";

/** Every entry of this folder, by file name. */
export const topics = [
  abTestTopic,
  ablationTopic,
  adversariesTopic,
  alertingTopic,
  appealsTopic,
  assumptionsTopic,
  attributionTopic,
  auctionTopic,
  availabilityTopic,
  baselineTopic,
  bidAndPacingTopic,
  buildOrBuyTopic,
  businessObjectiveTopic,
  cachingTopic,
  calibrationTopic,
  capacityTopic,
  chunkingTopic,
  classImbalanceTopic,
  coldStartTopic,
  complexityOrInterpretabilityTopic,
  costLimitTopic,
  costOptimisationTopic,
  costOrPerformanceTopic,
  currentSolutionTopic,
  dataBiasTopic,
  dataFlywheelTopic,
  dataFreshnessTopic,
  dataMonitoringTopic,
  dataPipelineTopic,
  dataQualityTopic,
  dataSourcesTopic,
  dataVersioningTopic,
  debuggingTopic,
  distributedTrainingTopic,
  diversityTopic,
  driftTopic,
  embeddingsTopic,
  ensembleAndRulesTopic,
  errorCostsTopic,
  experimentTrackingTopic,
  explorationTopic,
  fairnessTopic,
  fallbackTopic,
  featureEngineeringTopic,
  featureFreshnessTopic,
  featureStoreTopic,
  featureVersioningTopic,
  feedbackLoopTopic,
  freshnessOrStabilityTopic,
  graphFeaturesTopic,
  groundingTopic,
  guardrailsTopic,
  humanReviewTopic,
  hybridSearchTopic,
  hyperparametersTopic,
  indexServingTopic,
  interpretabilityTopic,
  isMlNeededTopic,
  labelDelayTopic,
  labellingCostTopic,
  labelsTopic,
  latencyBudgetTopic,
  latencyOrAccuracyTopic,
  latencyRequirementTopic,
  leakageTopic,
  longTailTopic,
  lossAndObjectiveTopic,
  modelChoiceTopic,
  modelRegistryTopic,
  modelSearchTopic,
  multiModalTopic,
  multiModelServingTopic,
  multiObjectiveTopic,
  multiTaskTopic,
  multiTenancyTopic,
  notificationLimitsTopic,
  offPolicyEvaluationTopic,
  offlineMetricsTopic,
  offlineOnlineGapTopic,
  onDeviceTopic,
  onlineLearningTopic,
  onlineMetricsTopic,
  onlineOrOfflineFeaturesTopic,
  onlineOrOfflineTopic,
  organisationTopic,
  overfittingTopic,
  owningTheProblemTopic,
  performanceMonitoringTopic,
  precisionOrRecallTopic,
  pretrainedModelsTopic,
  priceElasticityTopic,
  priceRulesTopic,
  privacyAndComplianceTopic,
  problemFormulationTopic,
  queryUnderstandingTopic,
  ragEvaluationTopic,
  retrainingTopic,
  retrievalAndRankingTopic,
  rollbackTopic,
  rolloutTopic,
  safetyCaseTopic,
  samplingTopic,
  scaleTopic,
  securityTopic,
  sensorFusionTopic,
  servingInfrastructureTopic,
  servingModeTopic,
  simulationTopic,
  slicesTopic,
  streamProcessingTopic,
  streamingFeaturesTopic,
  technicalDebtTopic,
  thresholdChoiceTopic,
  trainingPipelineTopic,
  trainingServingSkewTopic,
  usersAndUseTopic,
  validationTopic,
] as const;
