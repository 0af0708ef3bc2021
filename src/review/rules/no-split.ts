import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { trainsItself } from "../subject.ts";

export default defineRule({
  id: "no-split",
  stage: "data",
  kind: "method",
  severity: { concept: "hint", prototype: "flaw", production: "flaw" },
  why: "What is not held out in a stated way is sooner or later trained on, and the offline number is then a memory test.",
  source:
    "Kapoor and Narayanan, Leakage and the Reproducibility Crisis in Machine-Learning-Based Science (2023), doi:10.1016/j.patter.2023.100804",
  asks: "Which rows has the model never seen, and how are they chosen?",
  bad: (sound) => edited(sound, { "data.split": gone }),
  *check(view) {
    if (!trainsItself(view.design) || view.missing("data")) return;
    yield* absence(view, "data.split", {
      found: "Nothing says which data is held out.",
      clears: "write `split: {by: time, test: last 10%}`, or the groups that are held out",
    });
  },
});
