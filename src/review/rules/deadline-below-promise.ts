import { difference, measured } from "../arithmetic/measured.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "deadline-below-promise",
  stage: "serving",
  kind: "arithmetic",
  severity: "flaw",
  why: "A request that is given up before it may be late is answered by the fallback although nothing was wrong.",
  source: "Dean and Barroso, The Tail at Scale (2013), doi:10.1145/2408776.2408794",
  asks: "You promise a p99 of fifty milliseconds and give up after thirty. Which requests get the fallback?",
  bad: (sound) => edited(sound, { "serving.deadline": "30ms" }),
  *check({ design }) {
    const deadline = measured("given up after", design.serving?.deadline, "serving.deadline");
    if (!deadline) return;
    for (const [i, { metric, of, target }] of (design.metrics?.guardrails ?? []).entries()) {
      if (metric.name !== "latency" || of !== undefined || target?.quantity.kind !== "duration") continue;
      const promise = {
        name: metric.text,
        seconds: target.quantity.seconds,
        text: target.text,
        at: ["metrics", "guardrails", i, "target"],
      };
      if (deadline.seconds >= promise.seconds) continue;
      yield {
        at: deadline.at,
        found: `A request is given up after ${deadline.text}, and ${metric.text} ${target.text} is promised.`,
        clears: `wait ${target.quantity.text} or longer, or promise ${deadline.text}`,
        working: difference(promise, deadline),
        fix: [{ set: ["serving", "deadline"], to: target.quantity.text }],
      };
    }
  },
});
