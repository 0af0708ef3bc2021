import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "exploration-unjudged",
  stage: "model",
  kind: "method",
  severity: { production: "gap" },
  why: "Chance is paid for by the people it meets, and without an off-policy estimate nothing is learned from it before release.",
  source:
    "Bottou et al., Counterfactual Reasoning and Learning Systems (2013), Journal of Machine Learning Research 14",
  asks: "You logged what chance chose. What does that tell you about a policy that was never live?",
  bad: (sound) => edited(sound, { "model.offPolicy": gone }),
  *check(view) {
    const { explore, rerank } = view.design.model ?? {};
    if (!explore && !rerank?.some(({ kind }) => kind === "explore")) return;
    yield* absence(view, "model.offPolicy", {
      found: "Decisions are left to chance, and no new policy is judged on their log.",
      clears: "write `offPolicy:` with two estimators, the gate and the smallest sample, or `none: why`",
    });
  },
});
