import { edited, gone } from "../edited.ts";
import { itemPaths } from "../item-paths.ts";
import { putOff } from "../put-off.ts";
import { defineRule } from "../rule.ts";
import type { View } from "../view.ts";

const answers = ["monitoring.retrain", "monitoring.alarms", "monitoring.runbook"];

export default defineRule({
  id: "drift-without-consequence",
  stage: "monitoring",
  kind: "contract",
  severity: { prototype: "hint", production: "flaw" },
  why: "A distance that starts nothing is noise, and the model goes on deciding about a world that has changed.",
  source: "Gama et al., A Survey on Concept Drift Adaptation (2014), doi:10.1145/2523813",
  asks: "The distance goes above its threshold tonight. What happens next, and who does it?",
  bad: (sound) =>
    edited(sound, { "monitoring.retrain[1].on": "an attack named by analysts", "monitoring.owner": gone }),
  *check(view) {
    const drift = view.design.monitoring?.drift ?? [];
    if (
      drift.length === 0 ||
      view.decided("monitoring.owner") ||
      putOff(view, answers) ||
      consequences(view).length > 0
    )
      return;
    yield {
      at: ["monitoring", "drift", 0, "alarm"],
      lookedIn: [...answers, "monitoring.owner"],
      found: `Drift of ${drift.map(({ of }) => of).join(" and ")} has a threshold, and nobody is told and nothing starts when it is passed.`,
      clears: "retrain `on: drift`, write an alarm or a runbook entry for it, or name an owner of the monitoring",
    };
  },
});

const aboutDrift = /\b(?:drift|psi|shift(?:s|ed)?|distribution)/i;

/** Triggers and conditions about drift. */
function consequences(view: View): string[] {
  const { retrain, alarms, runbook } = view.design.monitoring ?? {};
  return view.speaking(
    aboutDrift,
    ...itemPaths(retrain, ["monitoring", "retrain"], "on"),
    ...itemPaths(alarms, ["monitoring", "alarms"], "when"),
    ...itemPaths(runbook, ["monitoring", "runbook"], "when"),
  );
}
