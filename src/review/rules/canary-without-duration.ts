import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "canary-without-duration",
  stage: "serving",
  kind: "contract",
  severity: { production: "gap" },
  why: "A step that lasts minutes sees neither a busy hour nor an outcome, and a bad release passes it.",
  source: "Beyer et al., The Site Reliability Workbook (2018), chapter 16",
  asks: "How long does each step of the rollout last, and what can be seen in that time?",
  bad: (sound) => edited(sound, { "serving.rollout.stepEvery": gone }),
  *check(view) {
    const { canary } = view.design.serving?.rollout ?? {};
    if (!canary?.length || view.decided("serving.rollout.stepEvery")) return;
    yield {
      at: "serving.rollout.stepEvery",
      lookedIn: ["serving.rollout"],
      found: `The rollout has ${canary.length} ${canary.length > 1 ? "steps" : "step"}, and nothing says how long each is watched.`,
      clears: "write `stepEvery:` with at least one busy period and the delay of the signal",
    };
  },
});
