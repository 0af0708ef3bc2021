import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { learns } from "../subject.ts";

export default defineRule({
  id: "baseline-not-compared",
  stage: "metrics",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "Unless a metric must beat the baseline on the same later data, a complex model ships without being better.",
  source: "Dacrema, Cremonesi and Jannach, Are We Really Making Much Progress? (2019), doi:10.1145/3298689.3347058",
  asks: "By how much must the model beat the simple one before it is worth keeping?",
  bad: (sound) =>
    edited(sound, { "metrics.offline[averagePrecision].by": gone, "metrics.offline[averagePrecision].beats": gone }),
  *check(view) {
    const offline = view.design.metrics?.offline ?? [];
    if (!learns(view.design) || offline.length === 0) return;
    if (offline.some((_, i) => view.decided(["metrics", "offline", i, "beats"]))) return;
    yield {
      at: "metrics.offline[0].beats",
      lookedIn: offline.map((_, i) => `metrics.offline[${i}].beats`),
      found:
        offline.length === 1
          ? `The offline metric, ${offline[0]!.metric.text}, is held against no baseline.`
          : `None of ${offline.length} offline metrics is held against a baseline.`,
      clears: "write `beats:` and `by:` at the metric that decides before release",
    };
  },
});
