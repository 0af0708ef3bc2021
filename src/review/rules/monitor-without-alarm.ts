import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

const lists = ["quality", "latency", "freshness"] as const;

export default defineRule({
  id: "monitor-without-alarm",
  stage: "monitoring",
  kind: "contract",
  severity: { prototype: "hint", production: "gap" },
  why: "A curve without a threshold is looked at only after somebody has complained.",
  source: "Beyer et al., Site Reliability Engineering (2016), chapter 10",
  asks: "You plot this number. At which value does somebody have to act?",
  bad: (sound) => edited(sound, { "monitoring.freshness[1].alarm": gone }),
  *check(view) {
    for (const list of lists)
      for (const [i, { what }] of (view.design.monitoring?.[list] ?? []).entries()) {
        const at = ["monitoring", list, i];
        const watched = view.graph.of("monitor").find(({ path }) => path[1] === list && path[2] === i);
        if (view.decided([...at, "alarm"]) || (watched && view.graph.next(watched, "alarm").length)) continue;
        yield {
          at: [...at, "alarm"],
          lookedIn: [`monitoring.${list}`, "monitoring.alarms"],
          found: `\`${what}\` is watched, and nothing says at which value it alarms.`,
          clears: "write `alarm:` with a number and how long it must last, such as `> 1% for 5m`",
        };
      }
  },
});
