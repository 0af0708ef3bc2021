import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "alarm-without-owner-or-action",
  stage: "monitoring",
  kind: "contract",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "An alarm that nobody answers, or that says nothing of what to do, is muted within weeks.",
  source: "Beyer et al., Site Reliability Engineering (2016), chapter 6",
  asks: "This alarm fires at three in the morning. Who looks, and what do they do first?",
  bad: (sound) => edited(sound, { "monitoring.alarms[1].action": gone }),
  *check(view) {
    const ownedAsAWhole = view.decided("monitoring.owner");
    for (const alarm of view.graph.of("alarm")) {
      const absent = (["owner", "action"] as const).filter(
        (part) => view.missing([...alarm.path, part]) && !(part === "owner" && ownedAsAWhole),
      );
      if (absent.length === 0) continue;
      yield {
        at: [...alarm.path, absent[0]!],
        lookedIn: ["monitoring.alarms", "monitoring.owner"],
        found: `The alarm \`${alarm.name}\` has no ${absent.join(" and no ")}.`,
        clears: `write ${absent.map((part) => `\`${part}:\``).join(" and ")} beside its condition`,
      };
    }
  },
});
