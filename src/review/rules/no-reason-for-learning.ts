import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { learns } from "../subject.ts";

export default defineRule({
  id: "no-reason-for-learning",
  stage: "requirements",
  kind: "method",
  severity: { concept: "gap", prototype: "gap", production: "flaw" },
  why: "Where a few rules would do, a model adds data, training and monitoring, and no benefit.",
  source: "Zinkevich, Rules of Machine Learning, rule 1 (2016)",
  asks: "What would ten hand-written rules reach here, and what can they not reach?",
  bad: (sound) => edited(sound, { "requirements.whyMl": gone }),
  *check(view) {
    if (!learns(view.design)) return;
    yield* absence(view, "requirements.whyMl", {
      found: "The model learns, and nothing says why rules or people are not enough.",
      clears: "write in `whyMl:` what rules or people were measured to miss",
    });
  },
});
