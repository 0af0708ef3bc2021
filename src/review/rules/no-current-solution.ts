import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { hasModel } from "../subject.ts";

export default defineRule({
  id: "no-current-solution",
  stage: "requirements",
  kind: "method",
  severity: { concept: "hint", prototype: "hint", production: "gap" },
  why: "Without the way it is decided today, nobody can tell how much of a result is the model's.",
  source: "Huyen, Designing Machine Learning Systems (2022), chapter 2",
  asks: "How is this decided today, and how well does that work?",
  bad: (sound) => edited(sound, { "requirements.today": gone }),
  *check(view) {
    if (!hasModel(view)) return;
    yield* absence(view, "requirements.today", {
      found: "It does not say how the decision is taken today, nor how well.",
      clears: "write in `today:` what decides now, with its measured result",
    });
  },
});
