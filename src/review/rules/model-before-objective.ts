import { missingForModel } from "../../advice/guide/gate.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "model-before-objective",
  stage: "requirements",
  kind: "method",
  severity: "blocker",
  why: "A model that is chosen before the objective, the deciding metric and the scale optimises whatever was easy to measure.",
  source: "Zinkevich, Rules of Machine Learning, rules 2 and 12 (2016)",
  asks: "Before we talk about models: what gets better for the business, and by which one number would you know?",
  bad: (sound) => edited(sound, { "requirements.objective": gone }),
  *check(view) {
    if (view.state("model") !== "settled") return;
    for (const { path, what } of missingForModel(view.design)) {
      if (view.decided(path)) continue;
      yield {
        at: path,
        lookedIn: [path],
        found: `A model is chosen, and ${what} is not settled.`,
        clears: `settle ${what} first, or write \`later: when\` if it was put off on purpose`,
      };
    }
  },
});
