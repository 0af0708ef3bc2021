/** The nine layers of a machine learning system; every component belongs to one. */
export const layers = {
  product: "Product and decision: who is served, which decision is taken, what it is worth, what people see.",
  sources: "Data sources: where facts come from; applications, sensors, documents, people who label.",
  platform: "Data platform: how facts travel and rest; logs, pipelines, checks, lakes, tables.",
  features: "Features: how facts become inputs; definitions, offline and online stores, freshness.",
  classical: "Classical learning: rules, linear models, trees, factorisation, bandits.",
  deep: "Deep learning and embeddings: networks, towers, vectors, vector indexes.",
  generative: "Generative models: language and image models, prompts, grounding.",
  serving: "Serving and platform: request path, caches, registries, rollout, scaling.",
  governance: "Evaluation, monitoring and governance: metrics, experiments, drift, alarms, review, audit, erasure.",
} as const;
export type Layer = keyof typeof layers;
export const layerNames = Object.keys(layers) as [Layer, ...Layer[]];
