import { gone } from "../../src/review/edited.ts";
import type { Flawed } from "./labels.ts";

/** Sound examples, each with several flaws of different kinds at once. */
export const flawedEdits: readonly Flawed[] = [
  {
    file: "fraud-overloaded", base: "payment-fraud", style: "YAML, one example changed",
    changes: { "serving.review.reviewers": 2, "serving.deadline": "30ms", "monitoring.alarms[0].action": gone, "model.train.takes": "9d" },
    flaws: {
      "review-queue-overflows": "two people for 75 hours of cases a day", "deadline-below-promise": "given up at 30 ms, promised 50 ms",
      "alarm-without-owner-or-action": "no action", "training-outlasts-its-interval": "9 days each week",
    },
    silent: ["precision-implied"],
  },
  {
    file: "fraud-flattered", base: "payment-fraud", style: "YAML, one example changed",
    changes: {
      "data.split": { by: "random", test: "10%" }, "metrics.link": gone, "data.labels[fraud].window": "30d",
      "model.train.imbalance": gone, "model.calibration": gone,
    },
    flaws: {
      "random-split-over-time": "by chance", "offline-and-online-unlinked": "no link", "label-window-too-short": "30 days, disputes take 60",
      "imbalance-unhandled": "0.17%, and nothing done", "score-not-calibrated": "thresholds on a raw score",
    },
  },
  {
    file: "fraud-without-a-way-back", base: "payment-fraud", style: "YAML, one example changed",
    changes: {
      "serving.fallback": gone, "serving.rollout.rollBack": gone, "serving.rollout.rollBackWithin": gone, "monitoring.decay": gone,
      "requirements.scale.requests.peak": "40/s", "requirements.constraints.availability": "99.999%", "serving.abuse": gone,
    },
    flaws: {
      "no-fallback": "taken out", "step-fallback-undeclared": "steps still hand over to it", "no-rollback": "taken out", "no-decay-signal": "taken out",
      "peak-below-average": "40/s against 60/s", "error-rate-above-availability": "0.05% against 99.999%", "adversary-ignored": "taken out",
    },
  },
  {
    file: "rag-unjudged", base: "rag", style: "YAML, one example changed",
    changes: {
      "metrics.offline[2].judged.repeats": 1, "metrics.offline[3].judged.agreement": gone, "data.erasure.reaches": ["log"], "data.erasure.how": "a job deletes the rows each night",
      "serving.rollout.signal": gone, "monitoring.retrain[0].gate": gone, "organisation.buildOrBuy[0].exit": gone,
    },
    flaws: {
      "judge-without-repeats": "one judgement", "judge-without-agreement": "taken out", "erasure-misses-a-copy": "only the log",
      "rollout-without-signal": "taken out", "retrain-without-gate": "taken out", "bought-part-without-exit": "taken out",
    },
  },
  {
    file: "rag-slow-and-dear", base: "rag", style: "YAML, one example changed",
    changes: {
      "model.parts[writer].tokens.input": "30k", "requirements.constraints.budget": "2k $/month", "model.retrieve[1].index.takes": "9d", "monitoring.freshness": gone,
      "serving.path[write].p99": "14s", "monitoring.experiment.lasts": "1d", "metrics.online[0].detect": "0.5% relative",
    },
    flaws: {
      "tokens-exceed-budget": "eight times the context, and a sixth of the budget", "index-build-outlasts-rebuild": "9 days each week", "freshness-promise-unwatched": "taken out",
      "budget-sum-exceeds-target": "one step alone is slower than the whole may be", "experiment-too-short": "one day for half a percent",
    },
  },
  {
    file: "grocery-bare", base: "grocery", style: "YAML, one example changed",
    changes: {
      "metrics.offline[0].beats": gone, "metrics.offline[0].by": gone, "data.split": gone, "serving.fallback": gone,
      "metrics.online[0].detect": gone, "model.rerank": gone, "data.labels[0].bias": gone,
    },
    flaws: {
      "baseline-not-compared": "taken out", "no-split": "taken out", "no-fallback": "taken out", "online-metric-without-effect": "taken out",
      "no-exploration": "taken out", "position-bias-ignored": "taken out", "exposure-bias-ignored": "taken out",
    },
  },
  {
    file: "grocery-unwatched", base: "grocery", style: "YAML, one example changed",
    changes: { "monitoring.feedback": gone, "monitoring.retrain": gone, "monitoring.drift": gone, "metrics.guardrails": gone, "requirements.costOfErrors": "TBD" },
    flaws: {
      "no-feedback-path": "taken out", "no-retraining-trigger": "taken out", "no-drift-threshold": "taken out", "no-guardrail": "taken out",
      "errors-unpriced": "a placeholder",
    },
  },
  {
    file: "campaign-late", base: "email-campaign", style: "YAML, one example changed", trap: "a batch needs no requests per second",
    changes: { "serving.batch.takes": "30h", "serving.batch.usableFor": "20h", "monitoring.experiment.looks": 6, "monitoring.experiment.novelty": gone },
    flaws: {
      "batch-outlasts-its-interval": "30 hours each day", "batch-results-expire": "usable for 20 hours", peeking: "six looks", "novelty-ignored": "taken out",
    },
    silent: ["no-latency-target", "peak-below-average", "replicas-too-few"],
  },
  {
    file: "moderation-without-people", base: "content-moderation", style: "YAML, one example changed",
    changes: { "metrics.fairness": gone, "serving.abuse": gone, "monitoring.runbook": gone, "serving.review": gone },
    flaws: {
      "fairness-unmeasured": "taken out", "adversary-ignored": "taken out", "no-runbook": "taken out", "review-without-people": "taken out",
    },
  },
  {
    file: "search-on-faith", base: "search-ranking", style: "YAML, one example changed",
    changes: { "model.baseline": gone, "monitoring.skew": gone, "requirements.today": gone, "requirements.whyMl": gone, "metrics.link": gone },
    flaws: {
      "no-baseline": "taken out", "skew-unchecked": "taken out", "no-current-solution": "taken out", "no-reason-for-learning": "taken out",
      "offline-and-online-unlinked": "taken out",
    },
  },
  {
    file: "recommendation-alone", base: "recommendation", style: "YAML, one example changed",
    changes: { "model.coldStart": gone, "organisation.onCall": gone, "requirements.constraints.team.onCall": gone, "risks[0].mitigation": gone, "monitoring.alarms[0].action": gone },
    flaws: {
      "no-cold-start": "taken out", "nobody-on-call": "taken out", "risk-without-mitigation": "taken out", "alarm-without-owner-or-action": "no action",
    },
  },
  {
    file: "spam-unlabelled", base: "spam", style: "YAML, one example changed",
    changes: { "data.labels[0].strategy": gone, "data.sources[0].checks": gone, "data.split.duplicates": gone, "requirements.constraints.budget": gone },
    flaws: { "label-without-strategy": "taken out", "source-without-checks": "taken out", "near-duplicates-on-both-sides": "taken out", "no-cost-bound": "taken out" },
  },
  {
    file: "ads-forgetful", base: "ads-click-prediction", style: "YAML, one example changed",
    changes: { "model.calibration": gone, "metrics.guardrails": gone, "data.erasure": gone, "model.train.tracked": gone, "data.versions": gone },
    flaws: { "score-not-calibrated": "taken out", "no-guardrail": "taken out", "personal-without-erasure": "taken out", "not-reproducible": "taken out" },
  },
  {
    file: "feed-understaffed", base: "news-feed", style: "YAML, one example changed",
    changes: { "monitoring.drift": gone, "monitoring.experiment": gone },
    flaws: { "no-drift-threshold": "taken out", "online-metric-undecided": "taken out" },
  },
  {
    file: "bidding-in-one-go", base: "real-time-bidding", style: "YAML, one example changed",
    changes: { "serving.path[0].p99": "200ms", "serving.rollout": gone, "metrics.offline": gone },
    flaws: { "budget-sum-exceeds-target": "one step alone is slower than the whole may be", "no-gradual-rollout": "taken out", "no-offline-metric": "taken out" },
  },
  {
    file: "takeover-unexplained", base: "account-takeover", style: "YAML, one example changed",
    changes: { "requirements.costOfErrors": gone, "model.explanation": gone, "monitoring.feedback": gone },
    flaws: { "errors-unpriced": "taken out", "no-explanation": "taken out", "no-feedback-path": "taken out" },
  },
]; // prettier-ignore
