/** Topics that stand for an area of a design, by id. */
export const areas = {
  objective: ["business-objective", "online-metrics", "problem-formulation", "users-and-use", "owning-the-problem"],
  constraints: [
    "latency-requirement",
    "latency-budget",
    "cost-limit",
    "scale",
    "capacity",
    "availability",
    "cost-optimisation",
  ],
  data: [
    "data-sources",
    "labels",
    "label-delay",
    "labelling-cost",
    "class-imbalance",
    "data-quality",
    "data-freshness",
    "data-pipeline",
  ],
  features: [
    "feature-engineering",
    "feature-store",
    "feature-freshness",
    "streaming-features",
    "training-serving-skew",
  ],
  model: [
    "model-choice",
    "loss-and-objective",
    "pretrained-models",
    "multi-task",
    "multi-modal",
    "embeddings",
    "retrieval-and-ranking",
    "distributed-training",
    "hyperparameters",
  ],
  serving: ["serving-mode", "serving-infrastructure", "latency-budget", "caching", "capacity", "fallback", "rollout"],
  monitoring: ["drift", "performance-monitoring", "data-monitoring", "alerting"],
  release: ["rollout", "rollback", "ab-test"],
  loop: ["feedback-loop", "retraining", "data-flywheel"],
  fairness: ["fairness", "data-bias", "slices", "price-rules"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Area = keyof typeof areas;
