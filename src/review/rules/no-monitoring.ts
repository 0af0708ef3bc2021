import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { hasModel } from "../subject.ts";

export default defineRule({
  id: "no-monitoring",
  stage: "monitoring",
  kind: "method",
  severity: { concept: "hint", prototype: "flaw", production: "blocker" },
  why: "A model gets worse in silence: it answers as fast and as surely as before, and nobody is told.",
  source: "Breck et al., The ML Test Score (2017), doi:10.1109/BigData.2017.8258038",
  asks: "It has been live for three months. How do you know today that it still works?",
  bad: (sound) => edited(sound, { monitoring: gone }),
  *check(view) {
    if (!hasModel(view)) return;
    const clears = "write `monitoring:` with drift, decay, data quality, retraining, feedback and alarms";
    const found = "The design ends at serving: nothing is said of what happens after release.";
    yield* absence(view, "monitoring", { found, clears });
    if (!isOnlyRemarks(view.design.monitoring)) return;
    const words = "What is said of monitoring is a remark: nothing is watched, bounded or owned.";
    yield { at: "monitoring", lookedIn: ["monitoring"], found: words, clears };
  },
});

/** Remarks and trade-offs promise nothing, whatever they speak of. */
const isOnlyRemarks = (monitoring: object | undefined): boolean =>
  monitoring !== undefined && Object.keys(monitoring).every((key) => key === "notes" || key === "decisions");
