import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "conflicts-unsettled",
  stage: "model",
  kind: "method",
  severity: { prototype: "gap", production: "flaw" },
  why: "Two objectives pull apart sooner or later, and then whoever trains the model decides for the business.",
  source:
    "Rodriguez, Posse and Zhang, Multiple Objective Optimization in Recommender Systems (2012), doi:10.1145/2365952.2365961",
  asks: "One objective can only rise if the other falls. Who decides, and by which rule?",
  bad: (sound) => edited(sound, { "model.conflicts": gone }),
  *check(view) {
    const objectives = view.design.model?.objectives ?? [];
    if (objectives.length < 2 || view.decided("model.conflicts")) return;
    yield {
      at: "model.conflicts",
      lookedIn: ["model.conflicts"],
      found: `${objectives.length} objectives are optimised (${objectives.map(({ name }) => name).join(", ")}), and nothing says which gives way.`,
      clears: "write in `conflicts:` which are weighed, which are bounds, and where the weights come from",
    };
  },
});
