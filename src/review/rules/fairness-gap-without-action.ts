import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "fairness-gap-without-action",
  stage: "metrics",
  kind: "contract",
  severity: { prototype: "gap", production: "flaw" },
  why: "A gap that is measured and changes nothing is a record of harm that was known.",
  source: "Raji et al., Closing the AI Accountability Gap (2020), doi:10.1145/3351095.3372873",
  asks: "The gap is twice what you accept. Does the release go out?",
  bad: (sound) => edited(sound, { "metrics.fairness.action": gone }),
  *check(view) {
    const { fairness } = view.design.metrics ?? {};
    if (typeof fairness !== "object" || view.decided("metrics.fairness.action")) return;
    yield {
      at: "metrics.fairness.action",
      lookedIn: ["metrics.fairness"],
      found: `A gap between ${fairness.groups.join(", ")} is measured, and nothing follows when it is too large.`,
      clears: "write `action:` with what is held back and what is looked at",
    };
  },
});
