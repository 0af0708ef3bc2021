import { difference, measured } from "../arithmetic/measured.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "training-outlasts-its-interval",
  stage: "model",
  kind: "arithmetic",
  severity: "blocker",
  why: "A training that takes longer than the time to the next one never catches up.",
  source: "Sculley et al., Hidden Technical Debt in Machine Learning Systems (2015)",
  asks: "How long does one training take, and how often do you start one?",
  bad: (sound) => edited(sound, { "model.train.takes": "8d" }),
  *check({ design }) {
    const takes = measured("takes", design.model?.train?.takes, "model.train.takes");
    const every = measured("every", design.model?.train?.every, "model.train.every");
    if (!takes || !every || takes.seconds <= every.seconds) return;
    yield {
      at: takes.at,
      found: `A training takes ${takes.text}, and one is started every ${every.text}.`,
      clears: `train every ${takes.text} or less often, on fewer rows, or on more machines`,
      working: difference(takes, every),
    };
  },
});
