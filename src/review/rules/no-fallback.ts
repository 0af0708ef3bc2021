import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { hasModel } from "../subject.ts";

export default defineRule({
  id: "no-fallback",
  stage: "serving",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "Models, stores and networks fail, and without something simpler that answers, the product fails with them.",
  source: "Nygard, Release It!, second edition (2018), chapter 5",
  asks: "The model does not answer. What does the person on the other side see?",
  bad: (sound) => edited(sound, { "serving.fallback": gone }),
  *check(view) {
    if (!hasModel(view) || view.missing("serving")) return;
    const baseline = view.design.model?.baseline?.kind;
    yield* absence(view, "serving.fallback", {
      found: "Nothing answers when the model fails or is late.",
      clears: `write in \`fallback:\` what answers instead, simplest last${baseline ? `, such as the baseline (${baseline})` : ""}`,
      ...(baseline && { fix: [{ set: ["serving", "fallback"], to: "baseline" }] }),
    });
  },
});
