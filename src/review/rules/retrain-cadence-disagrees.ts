import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "retrain-cadence-disagrees",
  stage: "monitoring",
  kind: "contract",
  severity: "flaw",
  why: "Two parts of the document plan for models of different age, so cost, freshness and alarms cannot all be right.",
  source: "Zinkevich, Rules of Machine Learning, rule 8 (2016)",
  asks: "How old is the oldest model that ever answers? Would everybody on the team say the same number?",
  bad: (sound) => edited(sound, { "model.train.every": "14d" }),
  *check({ design }) {
    const planned = design.model?.train?.every;
    const schedules = (design.monitoring?.retrain ?? []).flatMap((one, i) =>
      "every" in one ? [{ every: one.every, at: ["monitoring", "retrain", i, "every"] }] : [],
    );
    if (!planned || schedules.length === 0 || schedules.some(({ every }) => every.seconds === planned.seconds)) return;
    const { every, at } = schedules[0]!;
    yield {
      at,
      found: `Retraining is planned every ${every.text} here and every ${planned.text} under \`model.train\`.`,
      clears: "write the same interval in both places",
      fix: [{ set: at, to: planned.text }],
    };
  },
});
