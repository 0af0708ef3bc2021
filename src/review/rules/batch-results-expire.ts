import { durationText } from "../../kit/quantity.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "batch-results-expire",
  stage: "serving",
  kind: "arithmetic",
  severity: "flaw",
  why: "Results that are too old before the next run has published leave a gap in which nothing valid can be served.",
  source: "Beyer et al., Site Reliability Engineering (2016), chapter 25",
  asks: "A run fails once. How old are the results when the next one has finished, and may they still be used?",
  base: "dynamic-pricing",
  bad: (sound) => edited(sound, { "serving.batch.usableFor": "24h" }),
  *check({ design }) {
    const { every, takes, usableFor } = design.serving?.batch ?? {};
    if (!every || !usableFor) return;
    const oldest = every.seconds + (takes?.seconds ?? 0);
    if (usableFor.seconds >= oldest) return;
    yield {
      at: "serving.batch.usableFor",
      found: `Results may be used for ${usableFor.text}, and are ${durationText(oldest)} old before new ones are there.`,
      clears: `allow ${durationText(oldest)} or more, or run more often`,
      working: {
        inputs: [
          { name: "every", value: every.text, at: "serving.batch.every" },
          ...(takes ? [{ name: "takes", value: takes.text, at: "serving.batch.takes" }] : []),
          { name: "usable for", value: usableFor.text, at: "serving.batch.usableFor" },
        ],
        sum: takes ? `${every.text} + ${takes.text}` : every.text,
        result: durationText(oldest),
      },
    };
  },
});
