import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { biasKinds, explores, listSystems } from "../subject.ts";

export default defineRule({
  id: "exposure-bias-ignored",
  stage: "data",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "Nobody can choose what was never shown, so silence about an item is taken for dislike.",
  source: "Schnabel et al., Recommendations as Treatments: Debiasing Learning and Evaluation (2016), ICML",
  asks: "Most items were never shown to most people. What does your training set say about them?",
  systems: listSystems,
  base: "grocery",
  bad: (sound) => edited(sound, { "data.labels[0].bias": ["position", "popularity"], "model.rerank": gone }),
  *check(view) {
    const { labels } = view.design.data ?? {};
    if (!labels?.length || explores(view) || view.decided("data.biases")) return;
    if (biasKinds(view.design).some(({ kind }) => /exposure|selection|surviv|unseen|feedback/i.test(kind))) return;
    yield {
      at: "data.labels[0].bias",
      lookedIn: ["data.labels", "data.biases", "model.explore", "model.rerank"],
      found: "Labels exist only for what was shown, and nothing corrects for it: no weights and no exploration.",
      clears: "add `{kind: exposure, handled: ...}`, and leave a share of places to chance with its probability logged",
    };
  },
});
