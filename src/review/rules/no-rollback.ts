import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { hasModel } from "../subject.ts";

export default defineRule({
  id: "no-rollback",
  stage: "serving",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "Without a way back that was tried, a bad release lasts as long as it takes to repair it.",
  source: "Breck et al., The ML Test Score (2017), doi:10.1109/BigData.2017.8258038",
  asks: "The release of this morning is bad. What exactly do you do, and how many minutes does it take?",
  bad: (sound) => edited(sound, { "serving.rollout.rollBack": gone, "serving.rollout.rollBackWithin": gone }),
  *check(view) {
    if (!hasModel(view) || view.missing("serving") || view.decided("serving.rollout.rollBackWithin")) return;
    yield* absence(view, "serving.rollout.rollBack", {
      found: "Nothing says how a bad model is taken back.",
      clears: "write `rollBack: automatic` or `by hand`, and how soon in `rollBackWithin:`",
    });
  },
});
