// Written by scripts/generate.ts from the files of this folder: do not edit.
import ablationTopic from "./ablation.ts";
import baselineTopic from "./baseline.ts";
import calibrationTopic from "./calibration.ts";
import coldStartTopic from "./cold-start.ts";
import distributedTrainingTopic from "./distributed-training.ts";
import diversityTopic from "./diversity.ts";
import embeddingsTopic from "./embeddings.ts";
import ensembleAndRulesTopic from "./ensemble-and-rules.ts";
import experimentTrackingTopic from "./experiment-tracking.ts";
import explorationTopic from "./exploration.ts";
import featureEngineeringTopic from "./feature-engineering.ts";
import featureFreshnessTopic from "./feature-freshness.ts";
import featureStoreTopic from "./feature-store.ts";
import featureVersioningTopic from "./feature-versioning.ts";
import graphFeaturesTopic from "./graph-features.ts";
import hyperparametersTopic from "./hyperparameters.ts";
import lossAndObjectiveTopic from "./loss-and-objective.ts";
import modelChoiceTopic from "./model-choice.ts";
import multiModalTopic from "./multi-modal.ts";
import multiObjectiveTopic from "./multi-objective.ts";
import multiTaskTopic from "./multi-task.ts";
import offPolicyEvaluationTopic from "./off-policy-evaluation.ts";
import onlineLearningTopic from "./online-learning.ts";
import onlineOrOfflineFeaturesTopic from "./online-or-offline-features.ts";
import overfittingTopic from "./overfitting.ts";
import pretrainedModelsTopic from "./pretrained-models.ts";
import retrievalAndRankingTopic from "./retrieval-and-ranking.ts";
import streamingFeaturesTopic from "./streaming-features.ts";
import trainingPipelineTopic from "./training-pipeline.ts";
import trainingServingSkewTopic from "./training-serving-skew.ts";
import validationTopic from "./validation.ts";

/** Every entry of this folder, by file name. */
export const topics = [
  ablationTopic,
  baselineTopic,
  calibrationTopic,
  coldStartTopic,
  distributedTrainingTopic,
  diversityTopic,
  embeddingsTopic,
  ensembleAndRulesTopic,
  experimentTrackingTopic,
  explorationTopic,
  featureEngineeringTopic,
  featureFreshnessTopic,
  featureStoreTopic,
  featureVersioningTopic,
  graphFeaturesTopic,
  hyperparametersTopic,
  lossAndObjectiveTopic,
  modelChoiceTopic,
  multiModalTopic,
  multiObjectiveTopic,
  multiTaskTopic,
  offPolicyEvaluationTopic,
  onlineLearningTopic,
  onlineOrOfflineFeaturesTopic,
  overfittingTopic,
  pretrainedModelsTopic,
  retrievalAndRankingTopic,
  streamingFeaturesTopic,
  trainingPipelineTopic,
  trainingServingSkewTopic,
  validationTopic,
import attributionTopic from "./attribution.ts";
import auctionTopic from "./auction.ts";
import bidAndPacingTopic from "./bid-and-pacing.ts";
import buildOrBuyTopic from "./build-or-buy.ts";
import chunkingTopic from "./chunking.ts";
import complexityOrInterpretabilityTopic from "./complexity-or-interpretability.ts";
import costOrPerformanceTopic from "./cost-or-performance.ts";
import dataFlywheelTopic from "./data-flywheel.ts";
import freshnessOrStabilityTopic from "./freshness-or-stability.ts";
import groundingTopic from "./grounding.ts";
import hybridSearchTopic from "./hybrid-search.ts";
import latencyOrAccuracyTopic from "./latency-or-accuracy.ts";
import onlineOrOfflineTopic from "./online-or-offline.ts";
import organisationTopic from "./organisation.ts";
import owningTheProblemTopic from "./owning-the-problem.ts";
import precisionOrRecallTopic from "./precision-or-recall.ts";
import priceElasticityTopic from "./price-elasticity.ts";
import priceRulesTopic from "./price-rules.ts";
import queryUnderstandingTopic from "./query-understanding.ts";
import ragEvaluationTopic from "./rag-evaluation.ts";
import safetyCaseTopic from "./safety-case.ts";
import sensorFusionTopic from "./sensor-fusion.ts";
import technicalDebtTopic from "./technical-debt.ts";

/** Every entry of this folder, by file name. */
export const topics = [
  attributionTopic,
  auctionTopic,
  bidAndPacingTopic,
  buildOrBuyTopic,
  chunkingTopic,
  complexityOrInterpretabilityTopic,
  costOrPerformanceTopic,
  dataFlywheelTopic,
  freshnessOrStabilityTopic,
  groundingTopic,
  hybridSearchTopic,
  latencyOrAccuracyTopic,
  onlineOrOfflineTopic,
  organisationTopic,
  owningTheProblemTopic,
  precisionOrRecallTopic,
  priceElasticityTopic,
  priceRulesTopic,
  queryUnderstandingTopic,
  ragEvaluationTopic,
  safetyCaseTopic,
  sensorFusionTopic,
  technicalDebtTopic,
] as const;
