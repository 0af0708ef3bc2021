import { edited, gone } from "../edited.ts";
import { putOff } from "../put-off.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "page-without-on-call",
  stage: "organisation",
  kind: "contract",
  severity: { prototype: "gap", production: "flaw" },
  why: "An alarm that is meant to wake somebody wakes nobody, so the outage lasts until the morning.",
  source: "Beyer et al., Site Reliability Engineering (2016), chapter 11",
  asks: "Your alarm pages. Whose telephone rings on a Sunday, and is that agreed with them?",
  bad: (sound) => edited(sound, { "organisation.onCall": gone, "requirements.constraints.team.onCall": false }),
  *check(view) {
    const { monitoring, requirements } = view.design;
    if (requirements?.constraints?.team?.onCall || view.decided("organisation.onCall")) return;
    if (putOff(view, ["requirements.constraints.team.onCall"])) return;
    for (const [i, { alarm, severity }] of (monitoring?.alarms ?? []).entries()) {
      if (severity !== "page") continue;
      yield {
        at: ["monitoring", "alarms", i, "severity"],
        lookedIn: ["organisation.onCall", "requirements.constraints.team.onCall"],
        found: `The alarm \`${alarm}\` pages, and nobody is on call.`,
        clears: "say under `organisation.onCall` who is woken and when, or make it a ticket",
        fix: [{ set: ["monitoring", "alarms", i, "severity"], to: "ticket" }],
      };
    }
  },
});
