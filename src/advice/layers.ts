import type { Layer } from "../design/schema/layers.ts";
import type { baselineKinds, modelKinds, retrieverKinds } from "../design/schema/model-kinds.ts";

/**
 * Kinds of components that a design has, and the layer that each belongs to. `model` and its like are decided by what
 * they are made of, and stand here with the layer of what is not known better.
 */
export const layerOfKind = {
  decision: "product",
  client: "product",
  service: "serving",
  source: "sources",
  people: "sources",
  labels: "sources",
  queue: "platform",
  pipeline: "platform",
  check: "platform",
  store: "platform",
  "training set": "platform",
  augmentation: "platform",
  "feature store": "features",
  "offline feature": "features",
  "online feature": "features",
  "request feature": "features",
  model: "classical",
  baseline: "classical",
  retriever: "classical",
  ranker: "classical",
  reranker: "classical",
  exploration: "classical",
  rules: "classical",
  decider: "product",
  auction: "product",
  index: "deep",
  chunker: "generative",
  trainer: "serving",
  tuning: "serving",
  registry: "serving",
  step: "serving",
  cache: "serving",
  precomputation: "serving",
  "batch job": "serving",
  "stream job": "serving",
  "device runtime": "serving",
  fallback: "serving",
  guard: "serving",
  scaling: "serving",
  rollout: "serving",
  flag: "serving",
  hardware: "serving",
  "review queue": "governance",
  evaluation: "governance",
  "off-policy estimate": "governance",
  explanation: "governance",
  experiment: "governance",
  monitor: "governance",
  alarm: "governance",
  retraining: "governance",
  "decision log": "governance",
  audit: "governance",
  erasure: "governance",
} as const satisfies Readonly<Record<string, Layer>>;
export type ComponentKind = keyof typeof layerOfKind;

export type MadeOf = (typeof modelKinds)[number] | (typeof retrieverKinds)[number] | (typeof baselineKinds)[number];

/** What a model, a retriever or a baseline is made of, and the layer of learning that this belongs to. */
export const layerOfMethod: Readonly<Record<MadeOf, Layer>> = {
  rules: "classical",
  "keyword-rules": "classical",
  logistic: "classical",
  linear: "classical",
  ftrl: "classical",
  "naive-bayes": "classical",
  gbdt: "classical",
  "isolation-forest": "classical",
  bandit: "classical",
  kalman: "classical",
  ensemble: "classical",
  als: "classical",
  popularity: "classical",
  "bought-before": "classical",
  "item-item": "classical",
  bm25: "classical",
  graph: "classical",
  following: "classical",
  "most-recent": "classical",
  targeting: "classical",
  random: "classical",
  majority: "classical",
  mean: "classical",
  "last-value": "classical",
  "constant-velocity": "classical",
  "current-system": "classical",
  "fixed-price": "classical",
  "fixed-bid": "classical",
  dnn: "deep",
  "deep-cross": "deep",
  "two-tower": "deep",
  cnn: "deep",
  gnn: "deep",
  transformer: "deep",
  "cross-encoder": "deep",
  "multi-task": "deep",
  embedding: "deep",
  hybrid: "deep",
  llm: "generative",
};

/** What decides the layer of a component. */
export interface Placed {
  readonly kind: ComponentKind;
  /** What it is made of, for a model, a retriever, a ranker or a baseline. */
  readonly madeOf?: MadeOf | undefined;
  /** The layer that a person wrote beside it. */
  readonly layer?: Layer | undefined;
}

/** The layer of a component: as written beside it, else that of what it is made of, else that of its kind. */
export function layerOf({ kind, madeOf, layer }: Placed): Layer {
  return layer ?? (madeOf ? layerOfMethod[madeOf] : layerOfKind[kind]);
}
