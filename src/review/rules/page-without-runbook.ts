import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "page-without-runbook",
  stage: "monitoring",
  kind: "contract",
  severity: { production: "blocker" },
  why: "Whoever is woken has to invent the answer at night, and outages last several times as long.",
  source: "Beyer et al., Site Reliability Engineering (2016), chapter 1",
  asks: "Somebody who joined last month is paged by this alarm. What do they read?",
  bad: (sound) => edited(sound, { "monitoring.runbook": gone }),
  *check(view) {
    const pages = (view.design.monitoring?.alarms ?? []).filter(({ severity }) => severity === "page");
    if (pages.length === 0 || view.decided("monitoring.runbook")) return;
    yield {
      at: "monitoring.runbook",
      lookedIn: ["monitoring.runbook", "monitoring.alarms"],
      found: `People are paged by ${pages.map(({ alarm }) => `\`${alarm}\``).join(", ")}, and there is no runbook.`,
      clears: "write under `monitoring.runbook` what is seen and what is done, in order",
    };
  },
});
