import type { Design } from "../../design/design.ts";
import { difference, measured } from "../arithmetic/measured.ts";
import { learnedLabels, type LearnedLabel } from "../learned-labels.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "retrain-before-labels",
  stage: "model",
  kind: "arithmetic",
  severity: "flaw",
  why: "A model that is trained more often than labels arrive learns each time that its newest rows went well.",
  source: "Ktena et al., Addressing Delayed Feedback for Continuous Training (2019), doi:10.1145/3298689.3347002",
  asks: "You retrain every day, and the outcome is known after a month. What do the newest thirty days teach?",
  bad: (sound) =>
    edited(sound, {
      "data.labels[fraud].bias": ["selection"],
      "data.split.gap": "1d",
      "monitoring.feedback.joinLabelsAfter": "1d",
    }),
  *check({ design }) {
    const every = measured("trained every", design.model?.train?.every, "model.train.every");
    if (!every) return;
    for (const learned of learnedLabels(design)) {
      const delay = measured("90% arrive within", learned.label.delay, ["data", "labels", learned.index, "delay"]);
      if (!delay || every.seconds >= delay.seconds || waits(design, learned, delay.seconds)) continue;
      yield {
        at: every.at,
        lookedIn: ["data.labels", "data.split.gap", "monitoring.feedback.joinLabelsAfter"],
        found: `Training runs every ${every.text}, \`${learned.label.name}\` takes up to ${delay.text}, and nothing waits for it.`,
        clears: "leave the newest rows out, weight them for the reports still to come, or train less often",
        working: difference(delay, every),
      };
    }
  },
});

/** Whether young rows are left out, or enter with a correction. */
function waits({ data, monitoring }: Design, { label }: LearnedLabel, delaySeconds: number): boolean {
  const handled = [...(label.bias ?? []), ...(data?.biases ?? [])].some(
    (bias) => typeof bias === "object" && /delay|late|censor/i.test(bias.kind),
  );
  const gap = data?.split?.gap?.seconds ?? 0;
  const join = monitoring?.feedback?.joinLabelsAfter?.seconds ?? 0;
  return handled || gap >= delaySeconds || join >= delaySeconds || (label.window?.seconds ?? 0) === delaySeconds;
}
