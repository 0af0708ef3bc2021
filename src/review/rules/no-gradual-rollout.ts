import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { hasModel } from "../subject.ts";

export default defineRule({
  id: "no-gradual-rollout",
  stage: "serving",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "A model that goes to everybody at once makes its first mistake on everybody.",
  source: "Beyer et al., The Site Reliability Workbook (2018), chapter 16",
  asks: "The new model is wrong for one country. How many people meet it before you know?",
  bad: (sound) =>
    edited(sound, {
      "serving.rollout.shadow": gone,
      "serving.rollout.canary": gone,
      "serving.rollout.stepEvery": gone,
    }),
  *check(view) {
    if (!hasModel(view) || view.missing("serving")) return;
    if (view.decided("serving.rollout.canary") || view.decided("serving.rollout.shadow")) return;
    yield {
      at: "serving.rollout.canary",
      lookedIn: ["serving.rollout.shadow", "serving.rollout.canary"],
      found: "A new model takes over at once: neither a shadow run nor a canary comes before.",
      clears: "write `rollout: {shadow: 1d, canary: [1%, 10%, 50%]}` with a signal",
    };
  },
});
