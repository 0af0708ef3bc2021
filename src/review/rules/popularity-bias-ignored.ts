import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { biasKinds } from "../subject.ts";
import type { View } from "../view.ts";

export default defineRule({
  id: "popularity-bias-ignored",
  stage: "metrics",
  kind: "method",
  severity: { prototype: "hint", production: "gap" },
  why: "What is popular is shown more and becomes more popular, until the catalogue is a list of hits.",
  source: "Abdollahpouri, Burke and Mobasher, Managing Popularity Bias in Recommender Systems (2019), FLAIRS",
  asks: "Which share of the catalogue has been shown at all this week, and which share a year from now?",
  systems: ["recommendation", "feed"],
  base: "grocery",
  bad: (sound) =>
    edited(sound, { "metrics.guardrails[coverage]": gone, "data.labels[0].bias": ["position", "exposure"] }),
  *check(view) {
    if (!view.design.model || view.missing("metrics") || spreads(view)) return;
    yield {
      at: "metrics.guardrails",
      lookedIn: ["metrics.guardrails", "metrics.fairness", "data.labels", "model.rerank"],
      found: "Nothing keeps attention from gathering on a few items: no coverage, no quota, no correction.",
      clears: 'add a guardrail such as `{metric: coverage, of: catalogue, target: ">= 20%"}`, or a quota for new items',
    };
  },
});

function spreads({ design }: View): boolean {
  const spread = /coverage|share|diversity|novelty|gini|entropy|longTail|tail/i;
  return (
    (design.metrics?.guardrails ?? []).some(({ metric }) => spread.test(metric.name)) ||
    (design.model?.rerank ?? []).some(({ kind }) => kind === "quota" || kind === "diversity") ||
    biasKinds(design).some(({ kind }) => /popular|author|creator/i.test(kind)) ||
    design.metrics?.fairness !== undefined
  );
}
