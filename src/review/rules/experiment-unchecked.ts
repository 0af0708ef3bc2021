import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "experiment-unchecked",
  stage: "monitoring",
  kind: "method",
  severity: { production: "gap" },
  why: "Arms that are not of the planned sizes have lost somebody, and then the result is about who was lost.",
  source:
    "Fabijan et al., Diagnosing Sample Ratio Mismatch in Online Controlled Experiments (2019), doi:10.1145/3292500.3330722",
  asks: "You planned half and half and got 50.5 to 49.5 of a million. Do you read the result?",
  bad: (sound) => edited(sound, { "monitoring.experiment.checks": gone }),
  *check(view) {
    if (!view.design.monitoring?.experiment) return;
    yield* absence(view, "monitoring.experiment.checks", {
      found: "Nothing is checked before the result of the experiment is read.",
      clears: "write in `checks:` that the ratio of arms, the logging and outliers are looked at first",
    });
  },
});
