import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { learns } from "../subject.ts";

/** Measures of how often a learned answer is right, or wrong. */
const right = /^(?:accuracy|precision|recall|f1|auc|rocAuc|averagePrecision|map|specificity|sensitivity)$/i;
const wrong = /^(?:falsePositiveRate|falseNegativeRate|missRate|falseAlarmRate)$/i;

export default defineRule({
  id: "perfection-demanded",
  stage: "requirements",
  kind: "method",
  severity: "blocker",
  why: "A learned answer is a probability, so a target without any error is never met, and rules or people must decide.",
  source: "Google, People + AI Guidebook, User Needs and Defining Success (2019)",
  asks: "How many wrong answers a day may it give, and what happens after each of them?",
  bad: (sound) => edited(sound, { "metrics.offline[0].target": ">= 100%" }),
  *check({ design }) {
    if (!learns(design)) return;
    for (const [i, { metric, target }] of (design.metrics?.offline ?? []).entries()) {
      if (target?.quantity.kind !== "share") continue;
      const { share } = target.quantity;
      if (!((right.test(metric.name) && share >= 1) || (wrong.test(metric.name) && share === 0))) continue;
      yield {
        at: ["metrics", "offline", i, "target"],
        found: `\`${metric.text}\` must be \`${target.text}\`, and the answer is learned.`,
        clears: "ask for what an error costs, or let rules or people decide and the model only advise",
      };
    }
  },
});
