import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { caseSystems, offlineNames } from "../subject.ts";

/** Found positives. */
const hits = /^(?:recall|sensitivity|truePositiveRate|detectionRate)$/i;
/** What the hits cost, or both sides in one number. */
const other =
  /precision|falsePositive|specificity|falseAlarm|^f1$|^fbeta$|auc|matthews|^mcc$|cost|alerts|logLoss|brier|^map$/i;

export default defineRule({
  id: "one-sided-metric",
  stage: "metrics",
  kind: "method",
  severity: "flaw",
  why: "Recall alone is perfect when everything is flagged, so it says nothing without the false alarms that it costs.",
  source: "Provost and Fawcett, Robust Classification for Imprecise Environments (2001), doi:10.1023/A:1007601015854",
  asks: "I flag everything. What is my recall, and which of your metrics objects?",
  systems: caseSystems,
  bad: (sound) =>
    edited(sound, {
      "metrics.offline[5]": gone,
      "metrics.offline[4]": gone,
      "metrics.offline[3]": gone,
      "metrics.offline[2]": gone,
      "metrics.offline[1]": gone,
    }),
  *check({ design }) {
    const names = offlineNames(design);
    if (names.some((name) => other.test(name))) return;
    for (const [i, { metric }] of (design.metrics?.offline ?? []).entries())
      if (hits.test(metric.name) && metric.cutoff === undefined)
        yield {
          at: ["metrics", "offline", i, "metric"],
          lookedIn: ["metrics.offline"],
          found: `\`${metric.text}\` is asked for, and no metric counts the false alarms it costs.`,
          clears: "add `falsePositiveRate` or `precision` at the same threshold, with a target",
        };
  },
});
