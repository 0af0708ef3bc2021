import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { hasModel } from "../subject.ts";

export default defineRule({
  id: "errors-unpriced",
  stage: "requirements",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "Unless a false alarm and a miss have a cost, a threshold is a taste and not a decision.",
  source: "Elkan, The Foundations of Cost-Sensitive Learning (2001), IJCAI",
  asks: "Which is worse here, acting where nothing was wrong or missing what was, and by how much?",
  bad: (sound) => edited(sound, { "requirements.costOfErrors": gone }),
  *check(view) {
    if (!hasModel(view)) return;
    yield* absence(view, "requirements.costOfErrors", {
      found: "Neither a false alarm nor a miss has a cost.",
      clears: "write what each kind of error costs, and whether it can be undone",
    });
  },
});
