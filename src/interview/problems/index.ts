// Written by scripts/generate.ts from the files of this folder: do not edit.
import adsClickPredictionProblem from "./ads-click-prediction.ts";
import automlPlatformProblem from "./automl-platform.ts";
import contentModerationProblem from "./content-moderation.ts";
import drivingPerceptionProblem from "./driving-perception.ts";
import dynamicPricingProblem from "./dynamic-pricing.ts";
import fraudDetectionProblem from "./fraud-detection.ts";
import multiModelServingProblem from "./multi-model-serving.ts";
import newsFeedProblem from "./news-feed.ts";
import personalisationProblem from "./personalisation.ts";
import ragProblem from "./rag.ts";
import realTimeBiddingProblem from "./real-time-bidding.ts";
import realTimeMlPipelineProblem from "./real-time-ml-pipeline.ts";
import recommendationEngineProblem from "./recommendation-engine.ts";
import searchRankingProblem from "./search-ranking.ts";
import spamClassifierProblem from "./spam-classifier.ts";
import videoRecommendationProblem from "./video-recommendation.ts";

/** Every entry of this folder, by file name. */
export const problems = [
  adsClickPredictionProblem,
  automlPlatformProblem,
  contentModerationProblem,
  drivingPerceptionProblem,
  dynamicPricingProblem,
  fraudDetectionProblem,
  multiModelServingProblem,
  newsFeedProblem,
  personalisationProblem,
  ragProblem,
  realTimeBiddingProblem,
  realTimeMlPipelineProblem,
  recommendationEngineProblem,
  searchRankingProblem,
  spamClassifierProblem,
  videoRecommendationProblem,
] as const;
