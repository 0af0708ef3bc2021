import { labelDelay } from "../../advice/figures/labels.ts";
import { durationText } from "../../kit/quantity.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

/** Within a day a release is still being watched by those who made it. */
const soonSeconds = 2 * 86_400;

export default defineRule({
  id: "no-early-signal",
  stage: "monitoring",
  kind: "method",
  severity: { prototype: "gap", production: "flaw" },
  why: "Until labels arrive, nobody can tell a bad model from a good one, and that is how long it does harm.",
  source: "Huyen, Designing Machine Learning Systems (2022), chapter 8",
  asks: "Labels take weeks. What do you look at in the first hour?",
  bad: (sound) => edited(sound, { "monitoring.decay.before": gone }),
  *check(view) {
    const delay = labelDelay(view.design);
    if (!delay || delay.value <= soonSeconds || view.missing("monitoring.decay")) return;
    if (view.decided("monitoring.decay.before") || view.state("monitoring.decay") !== "settled") return;
    yield {
      at: "monitoring.decay.before",
      lookedIn: ["monitoring.decay.before"],
      found: `Labels take ${durationText(delay.value)}, and nothing stands in for them until then.`,
      clears: "write in `before:` what shows within hours: scores, complaints, verdicts, people who undo it",
    };
  },
});
