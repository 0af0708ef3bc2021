import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { biasKinds, caseSystems, explores } from "../subject.ts";

export default defineRule({
  id: "selection-bias-ignored",
  stage: "data",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "What is blocked has no outcome, so the next model is trained on a world without the cases that matter.",
  source: "Lakkaraju et al., The Selective Labels Problem (2017), doi:10.1145/3097983.3098066",
  asks: "You blocked it. How will you ever know that it was good?",
  systems: [...caseSystems, "bidding"],
  bad: (sound) => edited(sound, { "data.labels[0].bias": gone, "model.explore": gone }),
  *check(view) {
    if (!view.design.data?.labels?.length || explores(view) || view.decided("data.biases")) return;
    if (biasKinds(view.design).some(({ kind }) => /selec|censor|surviv|report|own decision|expos/i.test(kind))) return;
    yield {
      at: "data.labels[0].bias",
      lookedIn: ["data.labels", "data.biases", "model.explore"],
      found:
        "Cases that are stopped get no outcome, and nothing corrects for it: no weights, and nothing let through by chance.",
      clears: "let a small share through by chance, weight it in training, and write `{kind: selection, handled: ...}`",
    };
  },
});
