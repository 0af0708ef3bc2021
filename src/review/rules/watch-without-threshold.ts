import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "watch-without-threshold",
  stage: "monitoring",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "A chart that has no bound is looked at after the incident.",
  source: "Beyer et al., Site Reliability Engineering (2016), chapter 6",
  asks: "You watch it. At which value does watching become acting?",
  bad: (sound) => edited(sound, { "monitoring.freshness[1].alarm": gone }),
  *check(view) {
    for (const list of ["quality", "latency", "freshness"] as const)
      for (const [i, { what }] of (view.design.monitoring?.[list] ?? []).entries()) {
        const at = ["monitoring", list, i, "alarm"];
        if (!view.missing(at)) continue;
        yield {
          at,
          lookedIn: [`monitoring.${list}[${i}]`, "monitoring.alarms"],
          found: `\`${what}\` is watched, and nothing says at which value an alarm fires.`,
          clears: "write `alarm:` with a number and a duration",
        };
      }
  },
});
