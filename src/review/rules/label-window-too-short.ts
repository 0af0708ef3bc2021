import { difference, measured } from "../arithmetic/measured.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "label-window-too-short",
  stage: "data",
  kind: "arithmetic",
  severity: "flaw",
  why: "Rows that are cut before their label arrives are trained on as negatives, so scores come out low.",
  source: "Chapelle, Modeling Delayed Feedback in Display Advertising (2014), doi:10.1145/2623330.2623634",
  asks: "A click converts three days later. What does your training job see today?",
  bad: (sound) => edited(sound, { "data.labels[fraud].window": "7d" }),
  *check({ design }) {
    for (const [i, label] of (design.data?.labels ?? []).entries()) {
      const window = measured("window", label.window, ["data", "labels", i, "window"]);
      const delay = measured("90% arrive within", label.delay, ["data", "labels", i, "delay"]);
      if (!window || !delay || window.seconds >= delay.seconds) continue;
      yield {
        at: window.at,
        found: `\`${label.name}\` counts outcomes for ${window.text}, and 90% of them take up to ${delay.text}.`,
        clears: `wait ${delay.text} or longer, or train with a loss that corrects for the delay`,
        working: difference(delay, window),
        fix: [{ set: ["data", "labels", i, "window"], to: delay.text }],
      };
    }
  },
});
