import { difference, measured } from "../arithmetic/measured.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "batch-outlasts-its-interval",
  stage: "serving",
  kind: "arithmetic",
  severity: "blocker",
  why: "A run that is still going when the next one starts falls behind, or both write the same results.",
  source: "Beyer et al., Site Reliability Engineering (2016), chapter 25",
  asks: "How long may one run take, and what happens when it is not done when the next is due?",
  base: "dynamic-pricing",
  bad: (sound) => edited(sound, { "serving.batch.takes": "30h" }),
  *check({ design }) {
    const takes = measured("takes", design.serving?.batch?.takes, "serving.batch.takes");
    const every = measured("every", design.serving?.batch?.every, "serving.batch.every");
    if (!takes || !every || takes.seconds < every.seconds) return;
    yield {
      at: takes.at,
      found: `A run may take ${takes.text}, and one is started every ${every.text}.`,
      clears: "run less often, on fewer rows, or on more machines",
      working: difference(takes, every),
    };
  },
});
