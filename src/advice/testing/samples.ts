import type { DesignInput } from "../../design/design.ts";
import type { PlainValue } from "../advice.ts";

/** A document as plain data. */
export type Plain = { readonly [key: string]: PlainValue };

const head = (system: string): Plain => ({ plumbline: 1, name: `a-${system}`, system });

/** Small documents, one for each kind of system and a few more, that between them hold every fact that advice reads. */
export const samples: Readonly<Record<string, Plain>> = {
  recommendation: {
    ...head("recommendation"),
    requirements: {
      decision: "Which ten books to show.",
      today: "One list of bestsellers for everybody.",
      whyMl: "Taste differs by reader.",
      changes: "Taste shifts weekly.",
      scale: { users: "2M", items: "3M", requests: { average: "200/s" }, growth: "10x in 2y" },
      constraints: {
        privacy: ["GDPR"],
        interpretability: "low",
        budget: "20k $/month",
        team: { engineers: 6, onCall: true },
      },
      costOfErrors: { reversible: true },
    },
    metrics: {
      offline: [
        { metric: "ndcg@10", beats: "popularity" },
        { metric: "recall@300", of: "candidates" },
      ],
      online: [{ metric: "addRate", primary: true, baseline: "3.1%", detect: "5% relative" }, { metric: "visits" }],
      guardrails: [{ metric: "latency p99", target: "<= 100ms" }, { metric: "errorRate" }],
      slices: ["new users"],
    },
    data: {
      sources: [
        {
          name: "ratings",
          kind: "events",
          entities: { reader: "user_id", book: "book_id" },
          time: "rated_at",
          volume: "50/s",
          rowBytes: "200B",
          freshness: "1m",
          personal: ["user_id", "age"],
          id: ["rating_id"],
        },
        { name: "books", kind: "documents", rows: "3M", rowBytes: "4kB", entities: { book: "book_id" } },
      ],
      labels: [{ name: "liked", from: "ratings", window: "7d", balance: "20%" }],
      pipelines: [{ step: "count", kind: "streaming" }],
      split: { by: "time", test: "last 10%" },
    },
    features: [
      { name: "likes_30d", entity: "reader", from: "ratings", is: "count", over: "30d", freshness: "1m" },
      { name: "mean_age", entity: "book", from: "ratings", is: "mean of age", over: "90d" },
      { name: "title_vector", from: "books", entity: "book", type: "embedding", dims: 64, is: "embedding of title" },
      { name: "both", entity: ["reader", "book"], from: "ratings", is: "count", over: "180d" },
    ],
    model: {
      baseline: { kind: "popularity" },
      retrieve: [{ kind: "two-tower" }, { kind: "popularity" }],
      rank: { kind: "gbdt" },
      rerank: [{ kind: "explore", policy: "epsilon-slot", share: "5%" }],
      train: { on: "180d" },
      tuning: { method: "random" },
      objectives: [{ name: "add" }, { name: "diversity" }],
      coldStart: "popular books",
      offPolicy: { estimators: ["snips", "dr"] },
    },
    serving: {
      path: [{ step: "retrieve" }, { step: "rank" }, { step: "rerank" }],
      rollout: { shadow: "1d" },
      precompute: [{ what: "book vectors" }],
      hardware: [{ for: "rank", on: "4 vCPU" }],
      review: { reviewers: 2 },
    },
    monitoring: {
      drift: [{ of: "features", test: "psi", alarm: "> 0.2" }],
      experiment: { unit: "reader" },
      decay: { metric: "ndcg@10", alarm: "10% below launch" },
      feedback: { log: "every decision" },
    },
    organisation: { onCall: { who: "recommendations" } },
  },
  feed: {
    ...head("feed"),
    requirements: { scale: { items: "50k", requests: { peak: "900/s" } }, changes: "Topics change by the hour." },
    metrics: { guardrails: [{ metric: "latency p99", target: "<= 300ms" }] },
  },
  search: {
    ...head("search"),
    requirements: { scale: { items: 400, requests: { average: "10/s" } } },
    metrics: { online: [{ metric: "satisfied" }] },
    serving: { deadline: "200ms" },
    data: {
      sources: [{ name: "clicks", kind: "events", entities: { query: "q", document: "d" }, volume: "5/s" }],
      labels: [{ name: "click", from: "clicks", delay: "10m" }],
      retention: "60d",
    },
  },
  fraud: {
    ...head("fraud"),
    requirements: {
      scale: { users: "1M", requests: { average: "40/s", peak: "200/s" } },
      changes: "Attackers adapt within days.",
      whyMl: "Rules are known to attackers.",
      constraints: {
        regulation: ["PSD2"],
        privacy: ["GDPR"],
        team: { engineers: 4, onCall: true },
        interpretability: "some, for reviewers",
      },
      costOfErrors: { falsePositive: "15 $ per case", falseNegative: "120 $ per case" },
    },
    metrics: { guardrails: [{ metric: "latency p99", target: "<= 150ms" }] },
    data: {
      sources: [
        {
          name: "payments",
          kind: "events",
          entities: { card: "card_id", merchant: "merchant_id", device: "device_id" },
          time: "paid_at",
          volume: "40/s",
          personal: ["card_id"],
        },
      ],
      labels: [
        {
          name: "chargeback",
          from: "payments",
          delay: "45d",
          balance: "0.2%",
          cost: "0.5 $ per label",
          perDay: "3k/d",
        },
      ],
    },
    features: [
      { name: "device", is: "request device" },
      { name: "spend_1h", entity: "card", from: "payments", is: "sum of amount", over: "1h", freshness: "10s" },
    ],
    model: { rank: { kind: "gbdt" }, train: { on: "365d" }, explore: { policy: "epsilon-greedy", share: "1%" } },
    serving: { mode: "online", cache: { what: "features" } },
    organisation: { onCall: { who: "payments" } },
  },
  moderation: {
    ...head("moderation"),
    requirements: { scale: { requests: { average: "5/s" } } },
    data: {
      sources: [{ name: "posts", kind: "documents", entities: { post: "id" } }],
      labels: [{ name: "harmful", delay: "3d", balance: "1%", cost: "0.25 $ per label" }],
    },
    model: { train: { rows: "2M" }, level: 4 },
  },
  spam: {
    ...head("spam"),
    data: { labels: [{ name: "spam", window: "1d", balance: "40%" }] },
    model: { train: { rows: 900 } },
  },
  ads: {
    ...head("ads"),
    metrics: { guardrails: [{ metric: "latency p99", target: "<= 50ms" }] },
    requirements: { scale: { items: 80, requests: { average: "3k/s" } } },
    data: {
      sources: [{ name: "clicks", kind: "events", entities: { user: "u", ad: "a" }, volume: "100/s" }],
      labels: [{ name: "click", from: "clicks", window: "1h" }],
    },
  },
  bidding: {
    ...head("bidding"),
    metrics: { guardrails: [{ metric: "latency p99", target: "<= 8ms" }] },
    model: { train: { rows: "500M" }, rank: { kind: "logistic" } },
    data: { labels: [{ name: "won", balance: "2%" }] },
  },
  rag: {
    ...head("rag"),
    metrics: {
      guardrails: [{ metric: "latency p95", target: "<= 6s" }],
      offline: [{ metric: "groundedness" }],
      online: [{ metric: "accepted", primary: true }],
    },
    requirements: { constraints: { team: { engineers: 0 } } },
  },
  pricing: {
    ...head("pricing"),
    requirements: { costOfErrors: "Margin is lost.", changes: "Demand changes with the season." },
    serving: { mode: "batch", batch: { every: "1d" } },
    data: {
      sources: [{ name: "stock", kind: "table", freshness: "12h", time: "changed_at", entities: { product: "sku" } }],
    },
  },
  perception: {
    ...head("perception"),
    requirements: { costOfErrors: { reversible: false } },
    metrics: { guardrails: [{ metric: "latency p99", target: "<= 100ms" }] },
    data: { sources: [{ name: "camera", kind: "stream" }] },
    serving: { mode: "streaming" },
    features: [{ name: "x", freshness: "100ms" }],
  },
  platform: { ...head("platform"), requirements: { scale: { models: 40, requests: { average: "500/s" } } } },
  quiet: {
    plumbline: 1,
    name: "quiet",
    requirements: {
      constraints: {
        interpretability: "each decision must be explained",
        hardware: "a phone",
        team: { engineers: 1, onCall: false },
      },
      costOfErrors: "It must be 100% right.",
    },
    data: { sources: [{ name: "readings", kind: "stream", volume: "9/s" }] },
    model: { formulation: "regression", rank: { kind: "linear" } },
  },
  empty: { plumbline: 1, name: "empty" },
};

export const asInput = (plain: Plain): DesignInput => plain as unknown as DesignInput;
