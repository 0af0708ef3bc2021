import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "several-deciding-metrics",
  stage: "metrics",
  kind: "method",
  severity: "flaw",
  why: "When two metrics decide, one of them goes up by luck more often, and a result that splits them decides nothing.",
  source: "Kohavi, Tang and Xu, Trustworthy Online Controlled Experiments (2020), chapter 7",
  asks: "One of your two goals rises and the other falls. Do you ship?",
  bad: (sound) => edited(sound, { "metrics.online[goodPaymentsStopped].primary": true }),
  *check({ design }) {
    const deciding = (design.metrics?.online ?? []).flatMap(({ metric, primary }, i) =>
      primary ? [{ metric, i }] : [],
    );
    for (const { metric, i } of deciding.slice(1))
      yield {
        at: ["metrics", "online", i, "primary"],
        found: `\`${metric}\` decides, and so does \`${deciding[0]!.metric}\`.`,
        clears: "let one metric decide, and make the others guardrails or parts of one weighted sum",
        fix: [{ remove: ["metrics", "online", i, "primary"] }],
      };
  },
});
