/**
 * What a round on a kind of system has to reach, taken from three public guides to such interviews (a table of
 * problems with their key challenges and must-discuss items; a list of common systems; a list of what is evaluated),
 * in the ids of our topics.
 */
export const requiredTopics: Readonly<Record<string, readonly string[]>> = {
  // Cold start, position bias, several objectives; two towers then re-ranking; exploration against exploitation.
  "recommendation-engine": [
    "cold-start",
    "data-bias",
    "multi-objective",
    "retrieval-and-ranking",
    "embeddings",
    "exploration",
  ],
  "video-recommendation": [
    "cold-start",
    "data-bias",
    "multi-objective",
    "retrieval-and-ranking",
    "embeddings",
    "exploration",
  ],
  // Intent of queries, relevance against engagement, latency at scale; inverted index and vectors; a cascade of rankers.
  "search-ranking": [
    "query-understanding",
    "multi-objective",
    "latency-budget",
    "index-serving",
    "hybrid-search",
    "retrieval-and-ranking",
  ],
  // Text with pictures and video, evasion, precision against recall; people in the loop, tiers, appeals.
  "content-moderation": ["multi-modal", "adversaries", "precision-or-recall", "human-review", "appeals"],
  // Quality of retrieval, chunks, hallucination, evaluation; choice of embeddings, hybrid search, re-ranking, citation.
  rag: ["rag-evaluation", "chunking", "grounding", "embeddings", "hybrid-search", "retrieval-and-ranking"],
  // Extreme imbalance, adversaries, real time; velocities, graph features, rules beside models, late feedback, reasons, reviewers.
  "fraud-detection": [
    "class-imbalance",
    "adversaries",
    "serving-mode",
    "streaming-features",
    "graph-features",
    "ensemble-and-rules",
    "label-delay",
    "interpretability",
    "human-review",
  ],
  // Fusion, safety within a time limit, long tail; many tasks in one, simulation, updates over the air, regulation.
  "driving-perception": [
    "sensor-fusion",
    "safety-case",
    "latency-budget",
    "long-tail",
    "multi-task",
    "simulation",
    "on-device",
  ],
  // Candidates, click prediction, auction; click and conversion rates and revenue; crossings of user and ad.
  "ads-click-prediction": ["retrieval-and-ranking", "calibration", "auction", "online-metrics", "feature-engineering"],
  "spam-classifier": ["class-imbalance", "adversaries", "precision-or-recall", "labels", "feedback-loop"],
  "news-feed": ["retrieval-and-ranking", "multi-objective", "feature-freshness", "feedback-loop"],
  "real-time-bidding": ["latency-budget", "auction", "bid-and-pacing", "attribution"],
  "dynamic-pricing": ["price-elasticity", "price-rules", "exploration", "fairness"],
  personalisation: ["multi-objective", "feature-store", "privacy-and-compliance", "cold-start"],
  // Many models on shared machines, allocation of resources, registry, versions and rollout.
  "multi-model-serving": [
    "multi-model-serving",
    "capacity",
    "model-registry",
    "rollout",
    "cost-optimisation",
    "training-serving-skew",
  ],
  "automl-platform": ["model-search", "hyperparameters", "experiment-tracking", "validation", "multi-tenancy"],
  "real-time-ml-pipeline": [
    "stream-processing",
    "streaming-features",
    "feature-freshness",
    "online-learning",
    "data-monitoring",
  ],
};

/** What is asked of every system: that somebody learns how good it is, keeps it good, and that it survives a fault. */
export const requiredOfAll: readonly (readonly string[])[] = [
  ["drift", "performance-monitoring", "data-monitoring", "alerting"],
  ["fallback", "rollback", "rollout"],
  ["labels", "label-delay", "data-quality", "data-freshness", "model-registry", "leakage"],
];
