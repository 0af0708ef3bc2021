import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { hasModel } from "../subject.ts";

export default defineRule({
  id: "no-serving-story",
  stage: "serving",
  kind: "method",
  severity: { concept: "hint", prototype: "flaw", production: "blocker" },
  why: "How and how fast an answer is made decides which model is possible, so it cannot wait until the model is done.",
  source: "Crankshaw et al., Clipper: A Low-Latency Online Prediction Serving System (2017), NSDI",
  asks: "Is an answer made when somebody asks or the night before, and what happens when it is late?",
  bad: (sound) => edited(sound, { serving: gone }),
  *check(view) {
    if (!hasModel(view)) return;
    yield* absence(view, "serving", {
      found: "The design ends at the model: nothing says how an answer is made and delivered.",
      clears: "write `serving:` with its mode, the path or the batch, a fallback and the rollout",
    });
  },
});
