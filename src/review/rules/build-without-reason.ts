import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

/** Parts that are the same for everybody, and can be had. */
const common =
  /feature store|serving|registry|monitor|label|annotat|orchestrat|vector|index|embedding|language model|llm|experiment|device id|queue|logging|sending/i;

export default defineRule({
  id: "build-without-reason",
  stage: "organisation",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "gap" },
  why: "What everybody needs is cheaper to have than to make, and what is made must be kept alive for years.",
  source: "Huyen, Designing Machine Learning Systems (2022), chapter 10",
  asks: "Somebody sells that part. What does yours do that theirs does not, and who keeps it alive?",
  bad: (sound) =>
    edited(sound, { "organisation.buildOrBuy[0].choice": "build", "organisation.buildOrBuy[0].because": gone }),
  *check(view) {
    for (const [i, { part, choice }] of (view.design.organisation?.buildOrBuy ?? []).entries()) {
      const at = ["organisation", "buildOrBuy", i, "because"];
      if (choice !== "build" || view.decided(at)) continue;
      yield {
        at,
        lookedIn: [`organisation.buildOrBuy[${i}]`],
        found: `\`${part}\` is built${common.test(part) ? ", though it can be had" : ""}, and nothing says why.`,
        clears: "write in `because:` what a bought one cannot do, or take one that exists",
        ...(!common.test(part) && { severity: "hint" as const }),
      };
    }
  },
});
