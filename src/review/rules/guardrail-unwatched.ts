import { edited, gone } from "../edited.ts";
import { putOff } from "../put-off.ts";
import { defineRule } from "../rule.ts";

const watchLists = ["monitoring.latency", "monitoring.quality", "monitoring.freshness", "monitoring.alarms"];

export default defineRule({
  id: "guardrail-unwatched",
  stage: "metrics",
  kind: "contract",
  severity: { prototype: "gap", production: "flaw" },
  why: "A bound that nothing watches is broken without anybody knowing, until a user says so.",
  source: "Beyer et al., Site Reliability Engineering (2016), chapter 4",
  asks: "This bound is broken on a Saturday night. What tells you?",
  bad: (sound) => edited(sound, { "monitoring.latency[2]": gone }),
  *check(view) {
    const { graph } = view;
    if (putOff(view, watchLists)) return;
    const nothingYet = watchLists.every((list) => view.missing(list));
    for (const guardrail of graph.of("guardrail")) {
      if (graph.next(guardrail, "monitor").length || graph.next(guardrail, "alarm").length) continue;
      yield {
        at: [...guardrail.path, "metric"],
        lookedIn: watchLists,
        ...(nothingYet && { severity: { production: "flaw" } }),
        found: `No monitor and no alarm names the guardrail \`${guardrail.name}\`.`,
        clears: `watch \`${guardrail.name}\` by its name under \`monitoring\`, with the value at which it alarms`,
      };
    }
  },
});
