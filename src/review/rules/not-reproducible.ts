import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { trainsItself } from "../subject.ts";

export default defineRule({
  id: "not-reproducible",
  stage: "data",
  kind: "method",
  severity: { production: "gap" },
  why: "When data, code and seed of a model are not recorded, a bad release cannot be explained and a good one not repeated.",
  source: "Sculley et al., Hidden Technical Debt in Machine Learning Systems (2015), NeurIPS",
  asks: "A model of last spring is questioned. Can you train it again from the same rows?",
  bad: (sound) => edited(sound, { "data.versions": gone, "model.train.tracked": gone }),
  *check(view) {
    if (!trainsItself(view.design) || view.decided("data.versions") || view.decided("model.train.tracked")) return;
    yield {
      at: "data.versions",
      lookedIn: ["data.versions", "model.train.tracked"],
      found: "Neither the version of the data nor the record of a training run is written down.",
      clears: "write in `versions:` how a data set is had again, and in `tracked:` what a run records",
    };
  },
});
