import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { hasModel } from "../subject.ts";

export default defineRule({
  id: "no-guardrail",
  stage: "metrics",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "A release that lifts the goal can make the product slower, narrower or less trusted, and nobody stops it.",
  source: "Kohavi, Tang and Xu, Trustworthy Online Controlled Experiments (2020), chapters 7 and 21",
  asks: "The goal went up. Which other number would still make you take the release back?",
  bad: (sound) => edited(sound, { "metrics.guardrails": gone }),
  *check(view) {
    if (!hasModel(view)) return;
    yield* absence(view, "metrics.guardrails", {
      found: "No guardrail says what must not get worse.",
      clears:
        "name in `guardrails:` the latency, errors, cost and reach that a release may not spoil, each with a target",
    });
  },
});
