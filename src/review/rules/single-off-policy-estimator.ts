import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "single-off-policy-estimator",
  stage: "model",
  kind: "method",
  severity: { prototype: "gap", production: "flaw" },
  why: "Each estimator is wrong in its own way (weights explode, a model of outcomes is biased), and one alone cannot show it.",
  source: "Dudík, Langford and Li, Doubly Robust Policy Evaluation and Learning (2011), ICML",
  asks: "Your estimate says the new policy is better. How would you see that the estimate itself is wrong?",
  bad: (sound) => edited(sound, { "model.offPolicy.estimators": ["ips"] }),
  *check({ design }) {
    const estimators = design.model?.offPolicy?.estimators;
    if (estimators === undefined || new Set(estimators).size >= 2) return;
    const [one] = estimators;
    yield {
      at: "model.offPolicy.estimators",
      found: `A policy is judged by one estimator, \`${one ?? "none"}\`.`,
      clears: "add a second one of another kind, such as `dr` beside `snips`",
      ...(one && { fix: [{ set: ["model", "offPolicy", "estimators"], to: [one, one === "dr" ? "snips" : "dr"] }] }),
    };
  },
});
