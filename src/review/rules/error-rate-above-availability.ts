import { percentText } from "../arithmetic/texts.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

/** Errors are bounded at peak, availability over the whole time: the former may be this much higher. */
const peakFactor = 2.01;

export default defineRule({
  id: "error-rate-above-availability",
  stage: "metrics",
  kind: "arithmetic",
  severity: "flaw",
  why: "A guardrail that allows more failures than the availability that was promised lets the promise be broken in silence.",
  source: "Beyer et al., Site Reliability Engineering (2016), chapter 4",
  asks: "You promise 99.95% availability. How many requests in ten thousand may fail?",
  bad: (sound) => edited(sound, { "requirements.constraints.availability": "99.99%" }),
  *check({ design }) {
    const availability = design.requirements?.constraints?.availability;
    if (!availability) return;
    const allowed = 1 - availability.share;
    for (const [i, { metric, of, target }] of (design.metrics?.guardrails ?? []).entries()) {
      if (metric.name !== "errorRate" || of !== undefined || target?.quantity.kind !== "share") continue;
      if (target.quantity.share <= allowed * peakFactor) continue;
      yield {
        at: ["metrics", "guardrails", i, "target"],
        found: `An error rate ${target.text} is accepted, and ${availability.text} availability leaves ${percentText(allowed)}.`,
        clears: `accept ${percentText(allowed)} at most, or promise ${percentText(1 - target.quantity.share)}`,
        working: {
          inputs: [
            { name: "availability", value: availability.text, at: "requirements.constraints.availability" },
            { name: "error rate", value: target.text, at: ["metrics", "guardrails", i, "target"] },
          ],
          sum: `100% − ${availability.text}`,
          result: `${percentText(allowed)} may fail`,
        },
        fix: [{ set: ["metrics", "guardrails", i, "target"], to: `<= ${percentText(allowed)}` }],
      };
    }
  },
});
