import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

const people =
  /^(?:user|person|people|customer|account|household|member|subscriber|buyer|shopper|driver|viewer|reader|visitor|card)s?\b/i;
const moments =
  /^(?:request|quer(?:y|ies)|impression|session|visit|page|page ?view|search|order|payment|transaction|message|event|click)(?:e?s)?$/i;

export default defineRule({
  id: "wrong-unit-of-randomisation",
  stage: "monitoring",
  kind: "method",
  severity: "flaw",
  why: "One person meets both arms, so neither the effect on people nor its uncertainty can be read.",
  source: "Kohavi, Tang and Xu, Trustworthy Online Controlled Experiments (2020), chapter 14",
  asks: "The same person comes twice. Do they meet the same arm, and what is one observation?",
  bad: (sound) =>
    edited(sound, { "metrics.online[undetectedFraud].per": "card", "monitoring.experiment.unit": "payment" }),
  *check({ design }) {
    const unit = design.monitoring?.experiment?.unit;
    const primary = design.metrics?.online?.find((one) => one.primary);
    if (!unit || !primary?.per || !moments.test(unit.trim()) || !people.test(primary.per.trim())) return;
    yield {
      at: "monitoring.experiment.unit",
      found: `Arms are drawn per ${unit}, and \`${primary.metric}\` is counted per ${primary.per}.`,
      clears: `draw arms per ${primary.per}, the unit that the deciding metric is counted on`,
      fix: [{ set: ["monitoring", "experiment", "unit"], to: primary.per }],
    };
  },
});
