import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { speaksOf } from "../words.ts";

const byPeople = /human|annotat|analysts?\b|experts?\b|reviewers?\b|crowd|by hand|people (?:label|draw|decide|judge)/i;

export default defineRule({
  id: "annotators-unchecked",
  stage: "data",
  kind: "method",
  severity: { prototype: "gap", production: "flaw" },
  why: "People disagree, so labels that are given once have an error rate that nobody knows, and it bounds the model.",
  source: "Northcutt, Athalye and Mueller, Pervasive Label Errors in Test Sets (2021), NeurIPS Datasets and Benchmarks",
  asks: "Two of your annotators look at the same case. How often do they agree?",
  bad: (sound) => edited(sound, { "data.labels[verdict].noise": gone }),
  *check(view) {
    for (const [i, { name, strategy, bias }] of (view.design.data?.labels ?? []).entries()) {
      const at = ["data", "labels", i, "noise"];
      if (!speaksOf(strategy, byPeople) || view.decided(at)) continue;
      if (bias?.some((one) => typeof one === "object" && /annotat|agree|judge/i.test(one.kind))) continue;
      yield {
        at,
        lookedIn: ["noise", "bias"].map((key) => `data.labels[${i}].${key}`),
        found: `People decide \`${name}\`, and neither the share that is wrong nor how they are checked is known.`,
        clears:
          "have a sample labelled twice, and write its error in `noise:` or how annotators are checked in `bias:`",
      };
    }
  },
});
