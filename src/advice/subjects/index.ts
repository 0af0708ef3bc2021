// Written by scripts/generate.ts from the files of this folder: do not edit.
import architectureAdvice from "./architecture.ts";
import buildOrBuyAdvice from "./build-or-buy.ts";
import coldStartAdvice from "./cold-start.ts";
import driftAdvice from "./drift.ts";
import explanationAdvice from "./explanation.ts";
import explorationAdvice from "./exploration.ts";
import fairnessAdvice from "./fairness.ts";
import fallbackAdvice from "./fallback.ts";
import featuresAdvice from "./features.ts";
import flywheelAdvice from "./flywheel.ts";
import labelsAdvice from "./labels.ts";
import metricsAdvice from "./metrics.ts";
import mlOrNotAdvice from "./ml-or-not.ts";
import modelLevelAdvice from "./model-level.ts";
import offPolicyAdvice from "./off-policy.ts";
import privacyAdvice from "./privacy.ts";
import retrainingAdvice from "./retraining.ts";
import rolloutAdvice from "./rollout.ts";
import servingModeAdvice from "./serving-mode.ts";
import storageAdvice from "./storage.ts";

/** Every entry of this folder, by file name. */
export const subjects = [
  architectureAdvice,
  buildOrBuyAdvice,
  coldStartAdvice,
  driftAdvice,
  explanationAdvice,
  explorationAdvice,
  fairnessAdvice,
  fallbackAdvice,
  featuresAdvice,
  flywheelAdvice,
  labelsAdvice,
  metricsAdvice,
  mlOrNotAdvice,
  modelLevelAdvice,
  offPolicyAdvice,
  privacyAdvice,
  retrainingAdvice,
  rolloutAdvice,
  servingModeAdvice,
  storageAdvice,
] as const;
