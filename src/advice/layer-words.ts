import type { Layer } from "../design/schema/layers.ts";

/** What readers need to place a component of their own. */
export interface LayerWords {
  readonly title: string;
  /** What the layer is for. */
  readonly is: string;
  /** What is easily put here and belongs elsewhere. */
  readonly not: string;
  /** The question that a review asks of it. */
  readonly asks: string;
}

/** The nine layers in words, for `docs/layers.md`. */
export const layerWords: Readonly<Record<Layer, LayerWords>> = {
  product: {
    title: "Product and decision",
    is: "The reason why the system exists. Somebody is served, one decision is taken, and it is worth something. Thresholds, prices and auctions stand here too, because they say what an answer is worth and not what is true.",
    not: "The model that feeds a decision. It gives a number; what follows from the number is decided here.",
    asks: "If the model were perfect, what would get better, and by how much?",
  },
  sources: {
    title: "Data sources",
    is: "Where facts enter: applications, sensors, documents, other companies, and the people who label. A source has an owner, a time at which things happened and a time at which they could be known.",
    not: "A table that your own pipeline wrote. That is the data platform.",
    asks: "Who owns this source, and who is told when it changes?",
  },
  platform: {
    title: "Data platform",
    is: "How facts travel and where they rest: logs, queues, pipelines, checks, lakes, tables and the training sets that are cut from them. It promises that nothing is lost, nothing is counted twice and nothing is silently wrong.",
    not: "The meaning of a value for a model. That is a feature.",
    asks: "Which rows were refused yesterday, and can the data of last month's training be had again?",
  },
  features: {
    title: "Features",
    is: "How facts become inputs: one definition for training and serving, computed ahead of time, as events arrive, or from the request, with a freshness that is promised and a value for what is missing.",
    not: "The raw column, and the vector that a network makes of it for itself.",
    asks: "Would the training set show the value that was served at that moment?",
  },
  classical: {
    title: "Classical learning",
    is: "What can be fitted in minutes and read by a person: rules, counts, linear models, trees, factorisation, filters and bandits. Baselines live here, and many systems need nothing else.",
    not: "A network, even a small one. Trees over its vectors are still classical.",
    asks: "How far does the simplest model get on the same split?",
  },
  deep: {
    title: "Deep learning and embeddings",
    is: "Networks that learn their own inputs from text, pictures, sequences or identities, the vectors that they give, and the indexes in which vectors are searched.",
    not: "Models that write. They are a layer of their own, because what they say must be held to sources.",
    asks: "What does it win over the layer before it, at which latency and cost?",
  },
  generative: {
    title: "Generative models",
    is: "Models that write or draw, with what grounds them: prompts, chunks of documents, citations, and the check that a sentence follows from its source.",
    not: "The retrieval that finds the passages. Search by words is classical, search by vectors is deep.",
    asks: "What does it answer when it finds no source?",
  },
  serving: {
    title: "Serving and platform",
    is: "How an answer is made in time: the steps of a request, caches, jobs that work ahead, training and its registry, rollout, scaling, and what answers when a part fails.",
    not: "The judgement whether an answer was good. That is the next layer.",
    asks: "What does a user see when this part is gone for an hour?",
  },
  governance: {
    title: "Evaluation, monitoring and governance",
    is: "How it is known that the system works and does no harm: metrics, experiments, drift, alarms, review by people, the decision log, explanations, audit and erasure.",
    not: "Dashboards that nobody answers for. Without a bound, an owner and an action it is a picture.",
    asks: "How would you learn that it got worse, and how long would that take?",
  },
};
