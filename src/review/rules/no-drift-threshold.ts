import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { learns } from "../subject.ts";

export default defineRule({
  id: "no-drift-threshold",
  stage: "monitoring",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "Inputs move away from what the model was trained on, and without a bound every chart of it looks fine.",
  source: "Gama et al., A Survey on Concept Drift Adaptation (2014), doi:10.1145/2523813",
  asks: "The inputs of this week differ from those of training. At which distance does somebody act?",
  bad: (sound) => edited(sound, { "monitoring.drift": gone }),
  *check(view) {
    if (!learns(view.design) || view.missing("monitoring")) return;
    yield* absence(view, "monitoring.drift", {
      found: "Neither inputs nor scores are compared with the time of training.",
      clears: 'write `drift: [{of: features, test: psi, alarm: "> 0.2"}, {of: scores, test: psi, alarm: "> 0.1"}]`',
      fix: [{ set: ["monitoring", "drift"], to: [{ of: "scores", test: "psi", alarm: "> 0.2" }] }],
    });
  },
});
