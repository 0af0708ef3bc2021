import type { Bot } from "./bot.ts";
import { talker, type Character } from "./talker.ts";

const agenda: Character["agenda"] = {
  requirements: ["business-objective", "scale", "latency-requirement", "error-costs", "problem-formulation"],
  metrics: ["offline-metrics", "online-metrics", "guardrails", "ab-test"],
  data: ["data-sources", "labels", "label-delay", "class-imbalance", "data-quality", "leakage", "data-pipeline"],
  features: ["feature-engineering", "feature-store", "training-serving-skew", "streaming-features"],
  model: ["baseline", "model-choice", "retrieval-and-ranking", "validation", "training-pipeline", "cold-start"],
  serving: ["serving-mode", "latency-budget", "fallback", "caching", "capacity", "rollout", "rollback"],
  monitoring: ["performance-monitoring", "drift", "data-monitoring", "alerting", "retraining", "feedback-loop"],
};

const staffAgenda: Character["agenda"] = {
  ...agenda,
  requirements: ["owning-the-problem", "current-solution", ...agenda.requirements!, "organisation", "cost-limit"],
  model: [...agenda.model!, "multi-objective", "exploration", "calibration"],
  serving: [...agenda.serving!, "build-or-buy", "cost-optimisation", "online-or-offline"],
  monitoring: [...agenda.monitoring!, "data-flywheel", "technical-debt", "debugging"],
};

const questions: readonly string[] = [
  "Before I start, let me ask a few things. How much traffic do we have, on average and at peak?",
  "How fast does an answer have to come back?",
  "Where do the labels come from, and how late do they arrive?",
];

const staffQuestions: readonly string[] = [
  ...questions,
  "What runs today, and why is it not good enough?",
  "Is there a budget, and who is going to look after the system once it is live?",
  "Which mistake hurts more, a false alarm or a miss, and what does each of them cost?",
];

const requirementsBox = `[Requirements] { 2,000 requests/s at peak; p99 < 150 ms; 10M users }`;
const metricsBox = `[Metrics] { offline: NDCG@10; online: conversion; guardrail: p99 }`;
const dataFlow = `events => kafka => clean job => lake`;
const path =
  `[client] -> [gateway] 2000/s -> [features: redis] p50 2ms p99 8ms x6 -> ` +
  `[retrieval: hnsw] p50 6ms p99 20ms x10 -> [ranker] p50 12ms p99 30ms x40 -> client`;
const fallbackArrow = `[ranker] fallback: popular items`;
const loop = `clicks => event log -> training nightly -> registry -> ranker\nmonitoring -.-> training : drift`;

const boards: Character["boards"] = [
  { from: 0.08, text: requirementsBox },
  { from: 0.18, text: metricsBox },
  { from: 0.3, text: dataFlow },
  { from: 0.5, text: path },
  { from: 0.72, text: fallbackArrow },
  { from: 0.88, text: loop },
];

const none = new Map<string, string>();

const senior: Character = { name: "solid senior", agenda, evades: none, questions, boards, pieces: 2 };

const staff: Character = {
  name: "staff",
  agenda: staffAgenda,
  evades: none,
  questions: staffQuestions,
  boards,
  pieces: 3,
};

const evasionsAboutData = [
  "I take it the training data is there and clean, the platform people look after that, so I would rather talk about the network.",
  "That is a matter for the upstream team, I would just read their table and go on with the layers.",
  "We have millions of examples, so I would not spend time on that.",
];

const aboutData = [
  "data-sources",
  "labels",
  "labelling-cost",
  "label-delay",
  "class-imbalance",
  "data-quality",
  "data-pipeline",
  "data-freshness",
  "leakage",
  "data-bias",
  "sampling",
  "data-versioning",
];

const noData: Character = {
  ...senior,
  name: "no data",
  agenda: { ...agenda, data: [], features: ["embeddings"] },
  evades: new Map(aboutData.map((topic, at) => [topic, evasionsAboutData[at % evasionsAboutData.length]!])),
  questions: questions.slice(0, 2),
  boards: boards.filter(({ text }) => text === requirementsBox || text === path),
};

const aboutMonitoring = [
  "drift",
  "performance-monitoring",
  "data-monitoring",
  "alerting",
  "retraining",
  "feedback-loop",
  "debugging",
  "data-flywheel",
  "technical-debt",
  "rollout",
  "rollback",
  "ab-test",
  "online-learning",
  "calibration",
];

const evasionsAboutMonitoring = [
  "Once it is deployed I would say the project is done and the team can take on the next thing.",
  "If something goes wrong, users will tell us, I would not build anything for that.",
  "The numbers before release were good, so I expect it to stay that way.",
];

const noMonitoring: Character = {
  ...senior,
  name: "no monitoring",
  agenda: { ...agenda, monitoring: [], serving: ["serving-mode", "latency-budget", "caching", "capacity"] },
  evades: new Map(aboutMonitoring.map((topic, at) => [topic, evasionsAboutMonitoring[at % 3]!])),
  boards: boards.filter(({ text }) => text === requirementsBox || text === path),
};

export const strongBots: readonly Bot[] = [talker(senior), talker(staff)];
export const partialBots: readonly Bot[] = [talker(noData), talker(noMonitoring)];
