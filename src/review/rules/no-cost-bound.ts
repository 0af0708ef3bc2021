import { allMissing } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import type { View } from "../view.ts";
import { hasModel } from "../subject.ts";

export default defineRule({
  id: "no-cost-bound",
  stage: "requirements",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "Without a bound on cost, the model grows until somebody sees the bill.",
  source: "Amazon Web Services, Machine Learning Lens, cost optimization pillar (2021)",
  asks: "What may a thousand predictions cost, and who pays?",
  bad: (sound) => edited(sound, { "requirements.constraints.budget": gone }),
  *check(view) {
    if (!hasModel(view) || !allMissing(view, "requirements.constraints.budget") || hasCostMetric(view)) return;
    yield {
      at: "requirements.constraints.budget",
      lookedIn: ["requirements.constraints.budget", "metrics.guardrails"],
      found: "Nothing bounds what it costs to run, neither a budget nor a guardrail.",
      clears: "write a `budget:` per month, or a guardrail on the cost of a request",
    };
  },
});

const hasCostMetric = ({ design }: View): boolean =>
  (design.metrics?.guardrails ?? []).some(({ metric }) => /cost|spend/i.test(metric.name));
