import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "objective-unmeasured",
  stage: "requirements",
  kind: "contract",
  severity: { concept: "gap", prototype: "flaw", production: "blocker" },
  why: "What no live number measures cannot be seen to get better, so the work is steered by what is easy to compute.",
  source: "Kohavi, Tang and Xu, Trustworthy Online Controlled Experiments (2020), chapter 6",
  asks: "It has been live for a month. Which number do you look at to know whether the business got what it wanted?",
  bad: (sound) => edited(sound, { "metrics.online": gone }),
  *check(view) {
    if (view.decided("metrics.online")) return;
    for (const objective of view.graph.of("objective"))
      yield {
        at: objective.path,
        lookedIn: ["metrics.online"],
        found: `The objective is \`${objective.name}\`, and no online metric measures it.`,
        clears: "name under `metrics.online` what is counted on people, and mark one as `primary: true`",
      };
  },
});
