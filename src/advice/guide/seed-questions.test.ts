import { describe, expect, it } from "vitest";
import { lenses, sectionOf } from "../../design/lenses.ts";
import { questions } from "./questions.ts";

/**
 * The key questions of the five documents that the guide grew from, in our words, and the questions of the guide that
 * ask them. A question may be asked through several.
 */
const seeds: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "five phases": {
    "the primary KPI": ["metrics.online"],
    "guardrail metrics": ["metrics.guardrails"],
    "users, items, requests per second": [
      "requirements.scale.users",
      "requirements.scale.items",
      "requirements.scale.requests.average",
    ],
    "candidate generation, ranking, re-ranking": ["model.retrieve", "model.rank", "model.rerank"],
    "batch, streaming or online": ["serving.mode", "data.pipelines", "features[0].computed"],
    "positive and negative feedback": ["data.labels", "data.labels[0].negatives", "monitoring.feedback"],
    "label window and leakage": ["data.labels[0].window", "data.split"],
    "position and exposure bias": ["data.labels[0].bias"],
    "user, item and context features": ["features"],
    "a transparent baseline": ["model.baseline", "metrics.offline[0].beats"],
    "deep learning only where justified": ["model.level", "model.climbWhen"],
    "exploration policy": ["model.rerank", "model.explore"],
    "off-policy evaluation": ["model.offPolicy"],
    "ranking against classification metrics": ["metrics.offline", "model.formulation"],
    "drift, latency, experiment": ["monitoring.drift", "monitoring.latency", "monitoring.experiment"],
  },
  "seven stages": {
    "who is served and which business metric": ["requirements.problem", "requirements.decision", "metrics.online"],
    "latency and throughput": ["metrics.guardrails", "requirements.scale.requests.peak"],
    "what is there today and why it is not enough": ["requirements.today", "requirements.whyMl"],
    "cost, privacy, regulation": [
      "requirements.constraints.budget",
      "requirements.constraints.privacy",
      "requirements.constraints.regulation",
    ],
    "offline and online metrics, and the gap": ["metrics.offline", "metrics.link"],
    "fairness between groups": ["metrics.fairness"],
    "where training data comes from": ["data.sources"],
    "how it is labelled, at what cost": ["data.labels[0].strategy", "data.labels[0].cost"],
    "class balance": ["data.labels[0].balance", "model.train.imbalance"],
    "freshness of data and features": ["data.sources[0].freshness", "features[0].freshness"],
    "pipeline and quality checks": ["data.pipelines", "data.sources[0].checks"],
    "offline and online features": ["features[0].computed", "monitoring.skew"],
    "how often and on what it is trained": ["model.train", "model.train.rows"],
    "which experiments first": ["model.iterations"],
    "hardware, caching, precomputation, quantisation": [
      "serving.hardware",
      "serving.cache",
      "serving.precompute",
      "serving.quantisation",
    ],
    "canary and shadow": ["serving.rollout"],
    "degradation alarms": ["monitoring.decay", "monitoring.alarms"],
    "size and duration of the experiment, novelty": [
      "metrics.online[0].detect",
      "monitoring.experiment.lasts",
      "monitoring.experiment.novelty",
    ],
    rollback: ["serving.rollout.signal"],
    "feedback loops": ["monitoring.feedback.loop"],
    "team, on-call, other teams": ["requirements.constraints.team", "organisation.onCall", "organisation.dependsOn"],
    "migration from the system of today": ["organisation.migration"],
    "data flywheel": ["organisation.flywheel"],
    "build or buy": ["organisation.buildOrBuy"],
    "several objectives and their conflicts": ["model.conflicts"],
    "cold start": ["model.coldStart"],
    "people in the loop, escalation, appeal": ["serving.review"],
    adversaries: ["serving.abuse"],
    "chunks and grounded answers": ["model.chunks", "serving.guard"],
  },
  "flow template": {
    "use case and objective": ["requirements.problem", "requirements.objective"],
    "assumptions about people, languages, devices": ["requirements.assumptions"],
    "client and fallback logic": ["serving.fallback"],
    "what the service is asked and answers": ["requirements.decision", "serving.path"],
    "noisy data, partial examples, simulation": ["data.augmentation", "data.labels[0].noise"],
    "loss, imbalance, retraining": ["model.formulation", "model.train.imbalance", "monitoring.retrain"],
    "form in which it is served": ["serving.mode", "serving.onDevice", "serving.quantisation"],
    "thresholds and filtering": ["model.decide"],
    "what feedback is logged": ["monitoring.feedback"],
  },
  interviewer: {
    "success metrics": ["metrics.offline", "metrics.online"],
    "online or offline predictions": ["serving.mode"],
    interpretability: ["requirements.constraints.interpretability", "model.explanation"],
    "data quality and drift": ["monitoring.quality", "monitoring.drift"],
    "personal data and compliance": ["data.sources[0].personal", "data.personal", "data.erasure"],
    "number of models": ["requirements.scale.models"],
    "task, inputs, target": ["model.task", "model.formulation", "features", "data.labels"],
    "tuning and validation": ["model.tuning", "data.split"],
    "data versions and lineage": ["data.versions"],
    "how to measure it in production": ["monitoring.decay", "monitoring.labels"],
    "what if the distribution changes": ["monitoring.drift", "monitoring.retrain"],
    "how to debug a sudden drop": ["monitoring.runbook"],
    "a simple against a complex model": ["model.level", "model.climbWhen"],
    "how online features match training": ["monitoring.skew"],
    "what if latency is too high": ["serving.path", "serving.deadline", "serving.cache"],
    "how often to retrain": ["model.train", "monitoring.retrain"],
    "what if the service goes down": ["serving.fallback", "organisation.onCall"],
    "ten times the volume": ["requirements.scale.growth", "serving.scaling"],
    "what could fail": ["risks"],
  },
  overview: {
    "is ML the right tool": ["requirements.whyMl"],
    "business impact": ["requirements.worth"],
    "what data is available, volume and velocity": ["data.sources", "data.sources[0].volume"],
    "how often the pattern changes": ["requirements.changes"],
    "cost of errors": ["requirements.costOfErrors"],
    "calibrated probabilities for the auction": ["model.calibration", "model.auction"],
    "feature flags": ["serving.flags"],
    "prediction distribution and slices": ["monitoring.drift", "monitoring.slices"],
    "cost of a label and how labels come back": ["data.labels[0].delay", "monitoring.labels"],
    ownership: ["monitoring.owner"],
  },
};

const asked = new Map(questions.map((question) => [question.path, question]));

describe("the guide", () => {
  for (const [seed, keys] of Object.entries(seeds)) {
    it.each(Object.entries(keys))(`asks, of ${seed}: %s`, (_, paths) => {
      for (const path of paths) {
        expect(asked.has(path), path).toBe(true);
        expect(lenses.filter((lens) => sectionOf(lens, path) !== undefined).length, path).toBe(lenses.length);
      }
    });
  }

  it("counts at least 70 key questions in five seeds", () => {
    expect(Object.keys(seeds)).toHaveLength(5);
    expect(Object.values(seeds).flatMap((keys) => Object.keys(keys)).length).toBeGreaterThanOrEqual(70);
  });
});
