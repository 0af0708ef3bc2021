import { percentText } from "../arithmetic/texts.ts";
import { learnedLabels } from "../learned-labels.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

/** The share of rows on which model and label agree; metrics of one class alone have another ceiling. */
const judgedByLabels = new Set(["accuracy"]);

export default defineRule({
  id: "target-above-label-noise",
  stage: "metrics",
  kind: "arithmetic",
  severity: "flaw",
  why: "A model that is right is counted wrong wherever its label is wrong, so the noise of labels is a ceiling of the metric.",
  source: "Northcutt, Athalye and Mueller, Pervasive Label Errors in Test Sets (2021), arXiv:2103.14749",
  asks: "Four labels in a hundred are wrong. How high can the accuracy of a perfect model be, by those labels?",
  bad: (sound) => edited(sound, { "metrics.offline[0]": { metric: "accuracy", target: ">= 99%" } }),
  *check({ design }) {
    const { label, index } = learnedLabels(design)[0] ?? {};
    if (!label?.noise) return;
    const ceiling = 1 - label.noise.share;
    for (const [i, { metric, target, on }] of (design.metrics?.offline ?? []).entries()) {
      if (on !== undefined || !judgedByLabels.has(metric.name) || target?.quantity.kind !== "share") continue;
      if (target.quantity.relative || !target.comparison.startsWith(">") || target.quantity.share <= ceiling) continue;
      yield {
        at: ["metrics", "offline", i, "target"],
        found: `\`${metric.text}\` ${target.text} is asked for, and ${label.noise.text} of \`${label.name}\` labels are wrong.`,
        clears: `ask for ${percentText(ceiling)} or less, or judge on a sample that was labelled twice`,
        working: {
          inputs: [
            { name: "wrong labels", value: label.noise.text, at: ["data", "labels", index!, "noise"] },
            { name: metric.text, value: target.text, at: ["metrics", "offline", i, "target"] },
          ],
          sum: `100% − ${percentText(label.noise.share)}`,
          result: `${percentText(ceiling)} at most`,
        },
      };
    }
  },
});
