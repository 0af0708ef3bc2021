import { difference, measured } from "../arithmetic/measured.ts";
import { learnedLabels, type LearnedLabel } from "../learned-labels.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "split-gap-shorter-than-labels",
  stage: "data",
  kind: "arithmetic",
  severity: "flaw",
  why: "Labels that arrive after the test begins reach back into training, so the test flatters the model.",
  source: "Kaufman et al., Leakage in Data Mining (2012), doi:10.1145/2382577.2382579",
  asks: "Your last training row is a day before your first test row, and labels take a month. What has training seen?",
  bad: (sound) => edited(sound, { "data.split.gap": "1d" }),
  *check({ design }) {
    const gap = measured("gap", design.data?.split?.gap, "data.split.gap");
    if (design.data?.split?.by !== "time" || !gap) return;
    for (const { label, index } of learnedLabels(design)) {
      const delay = measured("90% arrive within", label.delay, ["data", "labels", index, "delay"]);
      if (!delay || !isAwaited(label) || gap.seconds >= delay.seconds) continue;
      yield {
        at: gap.at,
        found: `Training ends ${gap.text} before the test, and \`${label.name}\` takes up to ${delay.text} to arrive.`,
        clears: `leave ${delay.text} between them, or use in training only what had arrived by then`,
        working: difference(delay, gap),
        fix: [{ set: ["data", "split", "gap"], to: delay.text }],
      };
    }
  },
});

/** A label that people are paid to give says nothing of what comes later. */
const isAwaited = ({ window, cost }: LearnedLabel["label"]): boolean => window !== undefined && cost === undefined;
