/** The words for parts of a model. A word here is part of the format, not a promise that this version can run it. */

export const formulations = [
  "classification",
  "ranking",
  "regression",
  "retrieval",
  "generation",
  "detection",
  "tracking",
  "forecasting",
  "anomaly detection",
  "decision under uncertainty",
] as const;

export const baselineKinds = [
  "popularity",
  "most-recent",
  "random",
  "majority",
  "mean",
  "last-value",
  "rules",
  "keyword-rules",
  "logistic",
  "linear",
  "naive-bayes",
  "gbdt",
  "bm25",
  "constant-velocity",
  "current-system",
  "fixed-price",
  "fixed-bid",
] as const;

export const retrieverKinds = [
  "als",
  "popularity",
  "bought-before",
  "item-item",
  "two-tower",
  "bm25",
  "embedding",
  "hybrid",
  "graph",
  "following",
  "most-recent",
  "targeting",
  "rules",
] as const;

export const modelKinds = [
  "rules",
  "logistic",
  "linear",
  "ftrl",
  "naive-bayes",
  "gbdt",
  "isolation-forest",
  "bandit",
  "kalman",
  "dnn",
  "deep-cross",
  "two-tower",
  "cnn",
  "gnn",
  "transformer",
  "cross-encoder",
  "multi-task",
  "ensemble",
  "llm",
] as const;

export const objectives = [
  "lambdarank",
  "binary",
  "multiclass",
  "multilabel",
  "regression",
  "quantile",
  "pairwise",
  "listwise",
  "contrastive",
  "focal",
  "next-token",
  "multi-task",
] as const;

export const explorationPolicies = ["epsilon-slot", "epsilon-greedy", "thompson", "linucb", "softmax"] as const;

export const estimators = ["dm", "ips", "snips", "dr", "switch"] as const;
