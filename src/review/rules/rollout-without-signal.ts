import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "rollout-without-signal",
  stage: "serving",
  kind: "contract",
  severity: { prototype: "gap", production: "flaw" },
  why: "Steps of a rollout protect nobody when nothing is said that would stop them.",
  source: "Humble and Farley, Continuous Delivery (2010), chapter 10",
  asks: "At 1% of traffic, which number tells you within the hour to go back?",
  bad: (sound) => edited(sound, { "serving.rollout.signal": gone }),
  *check(view) {
    const { canary, rollBack, shadow } = view.design.serving?.rollout ?? {};
    if ((!canary?.length && !rollBack && !shadow) || view.decided("serving.rollout.signal")) return;
    const steps = canary?.length
      ? `The rollout goes by ${canary.map(({ text }) => text).join(", ")}`
      : "A rollout is planned";
    yield {
      at: "serving.rollout.signal",
      lookedIn: ["serving.rollout"],
      found: `${steps}, and nothing says what decides between going on and going back.`,
      clears: "write `signal:` with what is compared with the old model, and soon enough to act on",
    };
  },
});
