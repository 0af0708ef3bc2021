import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "retrain-without-gate",
  stage: "monitoring",
  kind: "contract",
  severity: { prototype: "gap", production: "flaw" },
  why: "One bad day of data becomes a bad model, and nothing stands between it and the users.",
  source:
    "Baylor et al., TFX: A TensorFlow-Based Production-Scale Machine Learning Platform (2017), doi:10.1145/3097983.3098021",
  asks: "The nightly training has seen half of yesterday's rows. What keeps its model from going live?",
  bad: (sound) => edited(sound, { "monitoring.retrain[1].gate": gone }),
  *check(view) {
    const retrain = view.design.monitoring?.retrain ?? [];
    const known = retrain.some(({ gate }) => gate !== undefined);
    for (const [i, one] of retrain.entries()) {
      const at = ["monitoring", "retrain", i, "gate"];
      if (view.decided(at)) continue;
      yield {
        at,
        lookedIn: ["monitoring.retrain"],
        found: `Retraining ${"every" in one ? `every ${one.every.text}` : `on ${one.on}`} releases its model without a gate.`,
        clears: "write `gate:` with what a retrained model must show before it goes live",
        ...(known && { fix: [{ set: at, to: "the same" }] }),
      };
    }
  },
});
