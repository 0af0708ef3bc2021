import { percentText } from "../arithmetic/texts.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { rareLabels } from "../subject.ts";

/** Below it, always saying no is right nine times in ten. */
const rare = 0.1;

export default defineRule({
  id: "accuracy-on-rare-positives",
  stage: "metrics",
  kind: "method",
  severity: "flaw",
  why: "Where positives are rare, a model that never finds one is almost always right, so accuracy cannot tell it from a good one.",
  source: "He and Garcia, Learning from Imbalanced Data (2009), doi:10.1109/TKDE.2008.239",
  asks: "One case in a thousand is positive. What accuracy has the model that always says no?",
  bad: (sound) => edited(sound, { "metrics.offline[averagePrecision].metric": "accuracy" }),
  *check({ design }) {
    const [label] = rareLabels(design, rare);
    if (!label) return;
    const { share } = design.data!.labels![label.i]!.balance!;
    for (const [i, { metric, of, target }] of (design.metrics?.offline ?? []).entries()) {
      if (!/^(?:accuracy|errorShare)$/i.test(metric.name) || metric.cutoff !== undefined || of !== undefined) continue;
      const at = ["metrics", "offline", i, "metric"];
      yield {
        at,
        found: `\`${metric.text}\` judges \`${label.name}\`, of which ${label.text} are positive: saying always the same reaches ${percentText(Math.max(share, 1 - share))}.`,
        clears: "judge by `averagePrecision`, or by precision and recall at the threshold that is used",
        ...(!target && { fix: [{ set: at, to: "averagePrecision" }] }),
      };
    }
  },
});
