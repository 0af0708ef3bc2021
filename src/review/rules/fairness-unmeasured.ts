import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { hasModel, judgingSystems, personalAt } from "../subject.ts";

export default defineRule({
  id: "fairness-unmeasured",
  stage: "metrics",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "A mean hides groups for whom the model is wrong far more often, and they find out first.",
  source: "Buolamwini and Gebru, Gender Shades (2018), Proceedings of Machine Learning Research 81",
  asks: "For which group of people is it wrong most often, and what do you do when the gap grows?",
  bad: (sound) => edited(sound, { "metrics.fairness": gone }),
  *check(view) {
    const judges = judgingSystems.includes(view.design.system ?? "other");
    if (!hasModel(view) || (!judges && !(personalAt(view.design) && view.life === "production"))) return;
    yield* absence(view, "metrics.fairness", {
      found: "People are affected, and no groups are compared.",
      clears: "write `fairness:` with groups, the metric, the gap that is accepted and what happens above it",
      ...(!judges && { severity: "gap" }),
    });
  },
});
