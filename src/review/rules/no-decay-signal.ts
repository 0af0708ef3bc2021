import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { learns } from "../subject.ts";

export default defineRule({
  id: "no-decay-signal",
  stage: "monitoring",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "Inputs can stand still while what they mean changes, and only the metric on fresh labels shows it.",
  source: "Vela et al., Temporal quality degradation in AI models (2022), doi:10.1038/s41598-022-15245-z",
  asks: "On which number, and how far below launch, do you say that the model has become worse?",
  bad: (sound) => edited(sound, { "monitoring.decay": gone }),
  *check(view) {
    if (!learns(view.design) || view.missing("monitoring")) return;
    yield* absence(view, "monitoring.decay", {
      found: "No metric is followed on fresh labels after launch.",
      clears:
        "write `decay:` with the metric, how far below launch is too far, and what is watched before labels arrive",
    });
  },
});
