import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "novelty-ignored",
  stage: "monitoring",
  kind: "method",
  severity: { production: "gap" },
  why: "People try what is new and resist what has changed, so the first days measure surprise and not worth.",
  source: "Kohavi, Tang and Xu, Trustworthy Online Controlled Experiments (2020), chapter 3",
  asks: "The effect is largest in the first three days. What is left of it after a month?",
  bad: (sound) => edited(sound, { "monitoring.experiment.novelty": gone }),
  *check(view) {
    if (!view.design.monitoring?.experiment) return;
    yield* absence(view, "monitoring.experiment.novelty", {
      found: "The experiment does not tell the effect of mere newness apart.",
      clears: "write in `novelty:` which days or people are read apart, or `none: why`",
    });
  },
});
