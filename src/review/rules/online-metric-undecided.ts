import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "online-metric-undecided",
  stage: "metrics",
  kind: "contract",
  severity: { prototype: "gap", production: "flaw" },
  why: "A metric that no experiment decides is read before and after, and every change of season is taken for the model's.",
  source: "Kohavi, Tang and Xu, Trustworthy Online Controlled Experiments (2020), chapter 1",
  asks: "Next month this number is 3% higher. How do you know that the model did it?",
  bad: (sound) => edited(sound, { "monitoring.experiment": gone }),
  *check(view) {
    if (view.decided("monitoring.experiment")) return;
    for (const [i, { metric, primary }] of (view.design.metrics?.online ?? []).entries()) {
      if (!primary) continue;
      yield {
        at: ["metrics", "online", i, "primary"],
        lookedIn: ["monitoring.experiment"],
        found: `\`${metric}\` is to decide, and no experiment measures it.`,
        clears: "describe the experiment under `monitoring.experiment`: unit, split, power and how long it lasts",
      };
    }
  },
});
