import type { Level } from "../record.ts";

/**
 * Topics that belong to any system, in the order in which an interviewer cares about them. What only some systems need
 * (auctions, sensors, chunks of documents) is asked where a problem names it.
 */
const forAll: readonly string[] = [
  "business-objective",
  "problem-formulation",
  "scale",
  "latency-requirement",
  "offline-metrics",
  "online-metrics",
  "data-sources",
  "labels",
  "feature-engineering",
  "baseline",
  "model-choice",
  "validation",
  "serving-mode",
  "fallback",
  "rollout",
  "performance-monitoring",
  "drift",
  "retraining",
  "ab-test",
];

const fromSenior: readonly string[] = [
  "error-costs",
  "guardrails",
  "label-delay",
  "leakage",
  "data-quality",
  "data-pipeline",
  "training-serving-skew",
  "feature-store",
  "feature-freshness",
  "training-pipeline",
  "latency-budget",
  "capacity",
  "rollback",
  "alerting",
  "feedback-loop",
  "offline-online-gap",
  "class-imbalance",
  "calibration",
  "caching",
  "cost-optimisation",
  "privacy-and-compliance",
  "data-monitoring",
  "fairness",
];

const staffOnly: readonly string[] = [
  "owning-the-problem",
  "current-solution",
  "organisation",
  "build-or-buy",
  "multi-objective",
  "data-flywheel",
  "technical-debt",
  "cost-limit",
  "debugging",
  "data-versioning",
];

const onlyForBeginners: readonly string[] = ["is-ml-needed", "overfitting", "threshold-choice", "class-imbalance"];

/** Ids of topics that any round of a level may ask about, most important first. */
export const staples: Readonly<Record<Level, readonly string[]>> = {
  junior: [...forAll, ...onlyForBeginners],
  senior: [...forAll, ...fromSenior],
  staff: [...staffOnly, ...forAll, ...fromSenior],
};
