import type { CalibrationCurve } from "../charts/calibration-curve.ts";
import type { CostRanges } from "../charts/cost-ranges.ts";
import type { DriftHistogram } from "../charts/drift-histogram.ts";
import type { LatencyPercentiles } from "../charts/latency-percentiles.ts";
import type { LoadCurve } from "../charts/load-curve.ts";
import type { Sequence } from "../sequence/sequence.ts";
import type { Waterfall } from "../waterfall/waterfall.ts";

export const requestSequence: Sequence = {
  title: "One request for recommendations",
  participants: [
    { id: "client", name: "Client", icon: "device" },
    { id: "gateway", name: "API gateway", icon: "gateway" },
    { id: "cache", name: "Response cache", icon: "cache" },
    { id: "retrieval", name: "Candidate retrieval", icon: "search" },
    { id: "store", name: "Online feature store", icon: "database" },
    { id: "ranker", name: "Ranker", icon: "model" },
    { id: "log", name: "Decision log", icon: "stream" },
  ],
  steps: [
    { from: "client", to: "gateway", text: "GET /recommendations", kind: "call" },
    { from: "gateway", to: "cache", text: "lookup", kind: "call" },
    { from: "cache", to: "gateway", text: "miss", kind: "reply", detail: "1 ms" },
    { from: "gateway", to: "retrieval", text: "500 candidates", kind: "call" },
    { from: "retrieval", to: "retrieval", text: "exact search over 80 M vectors", kind: "call" },
    { from: "retrieval", to: "gateway", text: "ids", kind: "reply", detail: "p99 22 ms" },
    { from: "gateway", to: "ranker", text: "rank", kind: "call" },
    { from: "ranker", to: "store", text: "read 120 features", kind: "call" },
    { over: "store", note: "Features that are missing are filled with their training mean." },
    { from: "store", to: "ranker", text: "rows", kind: "reply", detail: "p99 5 ms" },
    { from: "ranker", to: "gateway", text: "scores", kind: "reply", detail: "p99 38 ms" },
    { from: "gateway", to: "client", text: "top 20", kind: "reply" },
    { from: "gateway", to: "log", text: "decision with propensities", kind: "send" },
  ],
};

export const requestWaterfall: Waterfall = {
  title: "Where the time of one request goes",
  steps: [
    { name: "API gateway", budgetMillis: 8, p50Millis: 2, p99Millis: 6 },
    { name: "Response cache", budgetMillis: 3, p50Millis: 0.4, p99Millis: 1.1 },
    { name: "Candidate retrieval", budgetMillis: 25, p50Millis: 9, p99Millis: 22 },
    { name: "Online feature store", budgetMillis: 8, p50Millis: 1.6, p99Millis: 5, after: ["Response cache"] },
    {
      name: "Ranker",
      budgetMillis: 30,
      p50Millis: 17,
      p99Millis: 38,
      after: ["Candidate retrieval", "Online feature store"],
    },
    { name: "Business rules", budgetMillis: 4, p50Millis: 0.6, p99Millis: 1.5 },
  ],
  total: { budgetMillis: 80, p50Millis: 31, p99Millis: 61 },
};

export const latencies: LatencyPercentiles = {
  title: "Latency of recommendations",
  series: [
    {
      name: "predicted",
      points: [
        { percentile: 0.5, millis: 29 },
        { percentile: 0.9, millis: 41 },
        { percentile: 0.95, millis: 47 },
        { percentile: 0.99, millis: 63 },
        { percentile: 0.999, millis: 92 },
      ],
    },
    {
      name: "measured",
      points: [
        { percentile: 0.5, millis: 31 },
        { percentile: 0.9, millis: 43 },
        { percentile: 0.95, millis: 52 },
        { percentile: 0.99, millis: 71 },
        { percentile: 0.999, millis: 118 },
      ],
    },
  ],
  budgets: [{ percentile: 0.99, millis: 80 }],
};

export const load: LoadCurve = {
  title: "Latency under load",
  points: [50, 100, 150, 200, 250, 300, 330, 350, 365, 375].map((requestsPerSecond) => ({
    requestsPerSecond,
    p50Millis: 18 / (1 - requestsPerSecond / 420),
    p99Millis: 30 / (1 - requestsPerSecond / 385),
  })),
  measured: [{ requestsPerSecond: 200, p50Millis: 36, p99Millis: 66 }],
  kneePerSecond: 310,
  capacityPerSecond: 385,
  budgetP99Millis: 120,
};

export const costs: CostRanges = {
  title: "What it costs",
  items: [
    { name: "Ranker, 120 replicas", lowUsd: 18_200, baseUsd: 21_600, highUsd: 27_400 },
    { name: "Online feature store", lowUsd: 6100, baseUsd: 7900, highUsd: 11_000 },
    { name: "Training, 8 × GPU daily", lowUsd: 2400, baseUsd: 3100, highUsd: 5200 },
    { name: "Data lake, 420 TB", lowUsd: 8800, baseUsd: 9660, highUsd: 9900 },
    { name: "Event log", lowUsd: 2900, baseUsd: 2900, highUsd: 2900 },
  ],
};

export const drift: DriftHistogram = {
  title: "Drift of basket value",
  valueName: "basket value, US dollars",
  bins: { edges: [0, 10, 20, 30, 40, 60, 80, 120, 200] },
  reference: [0.08, 0.17, 0.22, 0.19, 0.15, 0.1, 0.06, 0.03],
  current: [0.05, 0.11, 0.17, 0.19, 0.18, 0.15, 0.1, 0.05],
  verdict: "PSI 0.13, alarm above 0.20",
};

export const calibration: CalibrationCurve = {
  title: "Are the probabilities true?",
  series: [
    {
      name: "ranker",
      bins: [0.02, 0.06, 0.11, 0.18, 0.27, 0.38, 0.52].map((predicted, at) => {
        const observed = predicted * (1.12 - at * 0.05);
        const half = 0.006 + at * 0.012;
        return { predicted, observed, count: 9000 / (at + 1) ** 2, low: observed - half, high: observed + half };
      }),
    },
  ],
};
