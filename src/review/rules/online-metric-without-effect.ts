import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "online-metric-without-effect",
  stage: "metrics",
  kind: "contract",
  severity: { prototype: "gap", production: "flaw" },
  why: "Without the smallest change that must be seen, no experiment has a length, and any result can be called one.",
  source: "Kohavi, Tang and Xu, Trustworthy Online Controlled Experiments (2020), chapter 17",
  asks: "How small a change of this number would still matter to you?",
  bad: (sound) => edited(sound, { "metrics.online[undetectedFraud].detect": gone }),
  *check(view) {
    if (!view.design.monitoring?.experiment) return;
    for (const [i, { metric, primary }] of (view.design.metrics?.online ?? []).entries()) {
      const at = ["metrics", "online", i, "detect"];
      if (!primary || view.decided(at)) continue;
      yield {
        at,
        lookedIn: ["metrics.online", "monitoring.experiment"],
        found: `The experiment decides on \`${metric}\`, and nothing says which change of it must be seen.`,
        clears: "write `detect:` with the smallest change that would matter, such as `5% relative`",
      };
    }
  },
});
