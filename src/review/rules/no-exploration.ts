import { allMissing } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { caseSystems, explores, learns, listSystems } from "../subject.ts";

export default defineRule({
  id: "no-exploration",
  stage: "model",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "The model learns only from what it chose to show or to let through, so its mistakes confirm themselves.",
  source:
    "Chaney, Stewart and Engelhardt, How Algorithmic Confounding in Recommendation Systems Increases Homogeneity (2018), doi:10.1145/3240323.3240370",
  asks: "The model never shows something. How would it find out that it was wrong?",
  systems: [...listSystems, ...caseSystems, "bidding", "pricing"],
  bad: (sound) => edited(sound, { "model.explore": gone, "monitoring.experiment.holdout": gone }),
  *check(view) {
    if (!learns(view.design) || explores(view) || !allMissing(view, "monitoring.experiment.holdout")) return;
    yield {
      at: "model.explore",
      lookedIn: ["model.explore", "model.rerank", "monitoring.experiment.holdout"],
      found: "Its own decisions make its training data, and no share of them is left to chance or held out.",
      clears: "leave a small share to chance (`explore:`), log its probability, or keep a `holdout:`",
    };
  },
});
