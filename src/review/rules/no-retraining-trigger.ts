import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { trainsItself } from "../subject.ts";

export default defineRule({
  id: "no-retraining-trigger",
  stage: "monitoring",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "A model that nothing renews describes the world of its training, a little less well each week.",
  source:
    "Polyzotis et al., Data Lifecycle Challenges in Production Machine Learning (2018), doi:10.1145/3299887.3299891",
  asks: "What starts the next training: a calendar, a number, or somebody who remembers?",
  bad: (sound) => edited(sound, { "monitoring.retrain": gone }),
  *check(view) {
    if (!trainsItself(view.design) || view.missing("monitoring")) return;
    const every = view.design.model?.train?.every;
    yield* absence(view, "monitoring.retrain", {
      found: every
        ? `Training is planned every ${every.text}, and nothing starts it or says what the new model must show.`
        : "Nothing starts a new training.",
      clears: "write `retrain:` with a schedule or an event, and the `gate:` that a new model must pass",
      ...(every && { fix: [{ set: ["monitoring", "retrain"], to: [{ every: every.text }] }] }),
    });
  },
});
