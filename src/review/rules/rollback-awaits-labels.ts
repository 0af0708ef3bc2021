import { difference, measured } from "../arithmetic/measured.ts";
import { learnedLabels } from "../learned-labels.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { namesIt } from "../words.ts";

export default defineRule({
  id: "rollback-awaits-labels",
  stage: "serving",
  kind: "arithmetic",
  severity: { prototype: "flaw", production: "blocker" },
  why: "A release that is judged by labels that come later than the next step goes to everybody before anyone knows.",
  source: "Breck et al., The ML Test Score (2017), doi:10.1109/BigData.2017.8258038",
  asks: "A bad model is at one percent of traffic. Which number tells you so before the next step, and when?",
  bad: (sound) => edited(sound, { "serving.rollout.signal": "recall and precision against the old model" }),
  *check({ design }) {
    const { signal, stepEvery } = design.serving?.rollout ?? {};
    const step = measured("step watched for", stepEvery, "serving.rollout.stepEvery");
    if (!signal || !step) return;
    const names = (design.metrics?.offline ?? []).map(({ metric }) => metric.name);
    for (const { label, index } of learnedLabels(design)) {
      const delay = measured("90% arrive within", label.delay, ["data", "labels", index, "delay"]);
      if (!delay || delay.seconds <= step.seconds) continue;
      const named = [...names, label.name].find((name) => namesIt(signal, name));
      if (named === undefined || otherSignals(signal) > 2) continue;
      yield {
        at: "serving.rollout.signal",
        found: `The step to the next share is decided by \`${named}\` after ${step.text}, and its labels take up to ${delay.text}.`,
        clears: "decide by what is seen at once (scores, actions, latency, errors), and read the labels later",
        working: difference(delay, step),
      };
    }
  },
});

/** How many things a signal lists: labels beside several others are not what it waits for. */
const otherSignals = (signal: string): number => signal.split(/,|;|\band\b/).length;
