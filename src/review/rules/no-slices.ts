import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { hasModel, judgingSystems } from "../subject.ts";
import type { View } from "../view.ts";

const places = ["metrics.slices", "metrics.fairness", "monitoring.slices"];

export default defineRule({
  id: "no-slices",
  stage: "metrics",
  kind: "method",
  severity: { prototype: "hint", production: "gap" },
  why: "An average improves while a part of the traffic gets worse, and only a report by slice shows it.",
  source: "Chung et al., Slice Finder (2019), doi:10.1109/ICDE.2019.00139",
  asks: "The mean went up. For whom did it go down?",
  bad: (sound) =>
    edited(sound, { "metrics.offline[0].slices": gone, "metrics.fairness": gone, "monitoring.slices": gone }),
  *check(view) {
    const judges = judgingSystems.includes(view.design.system ?? "other");
    if (!hasModel(view) || view.missing("metrics") || (view.life !== "production" && !judges)) return;
    if (places.some((at) => view.decided(at)) || slicedMetric(view)) return;
    yield {
      at: "metrics.slices",
      lookedIn: [...places, "metrics.offline"],
      found: "Every metric is a mean over everybody: no slice is reported apart.",
      clears: "name in `slices:` the groups for which each metric is reported apart",
    };
  },
});

const slicedMetric = (view: View): boolean =>
  (view.design.metrics?.offline ?? []).some((_, i) => view.decided(["metrics", "offline", i, "slices"]));
