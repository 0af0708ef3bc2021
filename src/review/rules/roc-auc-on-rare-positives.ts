import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { offlineNames, rareLabels } from "../subject.ts";

const rare = 0.05;
const area = /^(?:auc|rocAuc|auroc|aucRoc|roc)$/i;
const uninformed = /^(?:auc|rocAuc|auroc|aucRoc|roc|accuracy|errorShare|specificity)$/i;

export default defineRule({
  id: "roc-auc-on-rare-positives",
  stage: "metrics",
  kind: "method",
  severity: "flaw",
  why: "The area under the ROC curve weighs false alarms by the many negatives, so it looks fine while most alarms are wrong.",
  source:
    "Saito and Rehmsmeier, The Precision-Recall Plot Is More Informative than the ROC Plot (2015), doi:10.1371/journal.pone.0118432",
  asks: "Two models have an area of 0.98. One drowns your reviewers and one does not. Which metric shows it?",
  bad: (sound) =>
    edited(sound, {
      "metrics.offline[5]": gone,
      "metrics.offline[4].metric": "auc",
      "metrics.offline[3]": gone,
      "metrics.offline[2]": gone,
      "metrics.offline[1]": gone,
      "metrics.offline[0]": gone,
    }),
  *check({ design }) {
    const [label] = rareLabels(design, rare);
    if (!label || !offlineNames(design).every((name) => uninformed.test(name))) return;
    for (const [i, { metric, target }] of (design.metrics?.offline ?? []).entries()) {
      if (!area.test(metric.name)) continue;
      const at = ["metrics", "offline", i, "metric"];
      yield {
        at,
        lookedIn: ["metrics.offline"],
        found: `\`${metric.text}\` is all that judges \`${label.name}\`, of which ${label.text} are positive.`,
        clears: "add `averagePrecision`, or precision and recall at the threshold that is used",
        ...(!target && { fix: [{ set: at, to: "averagePrecision" }] }),
      };
    }
  },
});
