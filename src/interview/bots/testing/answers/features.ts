import type { AnswerBank } from "./answer.ts";

export const features: AnswerBank = {
  "feature-engineering": {
    how: "For features I'd start with four groups: who the user is, like country and tenure; what the item is, price and category; the context, hour and device; and what the two did together, for example purchases in this category over the last 30 days. Categories with many values are target encoded.",
    size: "Around 120 features to begin with.",
  },
  "feature-store": {
    how: "Features are defined once and written to two places: parquet tables for training, and Redis for serving, keyed by user id. The daily job pushes 10 million rows to Redis in about 20 minutes, and the ranker reads one row per user in 3 ms.",
    size: "10 million keys of about 2 KB, so 20 GB in memory, read in 3 ms at p99.",
    price: "It's one more system to run; with three features I'd skip it, but here it saves us writing each one twice.",
  },
  "training-serving-skew": {
    how: "To keep training and serving equal we log the feature vector at the moment of the request and train on those logs. On top of it a job recomputes 1% of them offline each day and compares: if more than 0.1% differ, somebody gets a ticket.",
    size: "We compare 1% of requests and allow 0.1% to differ.",
  },
  "feature-freshness": {
    how: "Not everything has to be fresh: the long-term aggregates are updated daily, stock levels hourly, and only the last 20 events of the session within seconds, because that is what moved the metric when we tried.",
  },
  "streaming-features": {
    how: "Counts over the last five minutes and the last hour per card and per device come from a Flink job with sliding windows; it writes to Redis with a delay of about two seconds, so a burst of attempts shows up while it still goes on.",
    size: "Windows of five minutes and one hour, two seconds behind.",
  },
  "online-or-offline-features": {
    how: "What changes slowly is precomputed at night, what depends on the request, like distance or the query, is computed on the fly in the ranker. That keeps the request path to two lookups.",
  },
  embeddings: {
    how: "Users and items get vectors of 64 dimensions from the two-tower model, trained on what was bought together; item vectors are recomputed every night and new items get theirs from title and picture within ten minutes.",
    size: "64 dimensions, so 256 bytes an item; for 10 million items that's 2.5 GB.",
  },
  "feature-versioning": {
    how: "A feature is never changed in place. A new definition gets a new version next to the old one, with an owner and a description, and the old one is only dropped when no live model reads it any more.",
  },
  "graph-features": {
    how: "Fraudsters share things, so I'd link accounts by device, card and address, and compute connected components nightly. The size of the component and the share of known fraud among the neighbours two hops away become features.",
  },
  "query-understanding": {
    how: "Before retrieval the query is cleaned: spelling correction from a table of what people typed next, a small classifier for the intent such as brand or category, and synonyms for expansion. About 12% of queries have a typo, so this alone recovers a lot.",
  },
};
