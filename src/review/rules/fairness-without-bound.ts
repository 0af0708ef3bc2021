import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "fairness-without-bound",
  stage: "metrics",
  kind: "method",
  severity: { prototype: "gap", production: "flaw" },
  why: "A gap between groups that is reported and has no bound and no consequence is reported for years.",
  source: "Raji et al., Closing the AI Accountability Gap (2020), doi:10.1145/3351095.3372873",
  asks: "The gap between two groups doubled in this release. Who stops it, and at which number?",
  bad: (sound) => edited(sound, { "metrics.fairness.gap": gone }),
  *check(view) {
    if (typeof view.design.metrics?.fairness !== "object") return;
    for (const key of ["gap", "action"] as const) {
      const at = `metrics.fairness.${key}`;
      if (!view.missing(at)) continue;
      yield {
        at,
        lookedIn: [at],
        found: `Groups are compared (${view.written("metrics.fairness.groups")}), and no ${key === "gap" ? "gap is too large" : "action follows"}.`,
        clears:
          key === "gap" ? "write the largest `gap:` that is accepted" : "write the `action:` that follows a larger gap",
      };
    }
  },
});
