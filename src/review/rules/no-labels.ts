import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { trainsItself } from "../subject.ts";

export default defineRule({
  id: "no-labels",
  stage: "data",
  kind: "method",
  severity: { concept: "gap", prototype: "flaw", production: "blocker" },
  why: "A model learns what its labels say; when nobody knows where they come from, they are clean only on paper.",
  source:
    "Sambasivan et al., Everyone wants to do the model work, not the data work (2021), doi:10.1145/3411764.3445518",
  asks: "Where does the outcome that you train on come from, who pays for it, and when is it known?",
  bad: (sound) => edited(sound, { "data.labels": gone, "model.offPolicy": gone }),
  *check(view) {
    if (!trainsItself(view.design) || view.missing("data")) return;
    yield* absence(view, "data.labels", {
      found: "The model is trained here, and no label is defined.",
      clears: "write `labels:` with the outcome, its source, its window, and how it comes about",
    });
  },
});
