import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "thresholds-without-reason",
  stage: "model",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "A threshold that nobody derived stays when costs, volumes and the model have changed.",
  source: "Elkan, The Foundations of Cost-Sensitive Learning (2001), IJCAI",
  asks: "Why this threshold and not half of it? What would change it?",
  bad: (sound) => edited(sound, { "model.decide.chosenBy": gone }),
  *check(view) {
    const actions = view.design.model?.decide?.actions ?? [];
    const bar = actions.find(({ when }) => /[<>]=?\s*\d/.test(when));
    if (!bar || view.decided("model.decide.chosenBy")) return;
    yield {
      at: "model.decide.chosenBy",
      lookedIn: ["model.decide.chosenBy"],
      found: `\`${bar.when}\` leads to \`${bar.do}\`, and nothing says how the bound was chosen.`,
      clears: "write in `chosenBy:` the costs of both errors, the capacity or the target it follows from",
    };
  },
});
