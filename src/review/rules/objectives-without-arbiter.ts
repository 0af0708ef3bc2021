import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "objectives-without-arbiter",
  stage: "model",
  kind: "contract",
  severity: { prototype: "gap", production: "flaw" },
  why: "Where two goals pull apart and nobody said which gives way, the loss decides, by the accident of its scale.",
  source:
    "Marler and Arora, Survey of Multi-Objective Optimization Methods for Engineering (2004), doi:10.1007/s00158-003-0368-6",
  asks: "One change raises the first goal by 2% and costs 2% of the second. Does it ship?",
  bad: (sound) => edited(sound, { "model.conflicts": gone }),
  *check(view) {
    const goals = (view.design.model?.objectives ?? []).filter(({ keep }) => keep === undefined);
    if (goals.length < 2 || view.decided("model.conflicts")) return;
    yield {
      at: "model.conflicts",
      lookedIn: ["model.conflicts", "model.objectives"],
      found: `${goals.map(({ name }) => `\`${name}\``).join(" and ")} are both maximised, and nothing says which gives way.`,
      clears: "write under `model.conflicts` how they are settled, or give all but one a bound with `keep:`",
    };
  },
});
