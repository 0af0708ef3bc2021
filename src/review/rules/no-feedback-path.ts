import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { learns } from "../subject.ts";

export default defineRule({
  id: "no-feedback-path",
  stage: "monitoring",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "Decisions that are not logged with their outcome teach nothing, so the second model is no better than the first.",
  source: "Agarwal et al., Making Contextual Decisions with Low Technical Debt (2016), arXiv:1606.03966",
  asks: "A decision was taken this morning. How does its outcome find its way back to the row it came from?",
  bad: (sound) => edited(sound, { "monitoring.feedback": gone }),
  *check(view) {
    if (!learns(view.design) || view.missing("monitoring")) return;
    yield* absence(view, "monitoring.feedback", {
      found: "Nothing is logged of a decision, and no outcome comes back to it.",
      clears: "write `feedback:` with what is logged of each decision, and when outcomes are joined to it",
    });
  },
});
