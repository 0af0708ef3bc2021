import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "threshold-without-calibration",
  stage: "model",
  kind: "contract",
  severity: { prototype: "gap", production: "flaw" },
  why: "A bound on a probability means what it says only while the score is one; uncalibrated, every release moves it.",
  source: "Elkan, The Foundations of Cost-Sensitive Learning (2001), IJCAI",
  asks: "A new model scores everything 20% higher. What happens to your thresholds?",
  bad: (sound) => edited(sound, { "model.calibration": gone }),
  *check(view) {
    const { decide } = view.design.model ?? {};
    if (!decide || view.decided("model.calibration")) return;
    if (view.speaking(/probab|chance|calibrat|likelihood/i, "model.decide.score").length === 0) return;
    yield {
      at: "model.calibration",
      lookedIn: ["model.calibration"],
      found: `${decide.actions.length} actions hang on \`${decide.score}\`, and nothing makes the score one.`,
      clears: "write under `model.calibration` how scores are made probabilities and how that is checked",
    };
  },
});
