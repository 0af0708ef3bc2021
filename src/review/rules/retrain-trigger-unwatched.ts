import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { speaksOf } from "../words.ts";

const triggers = [
  { word: /\bdrift/i, name: "drift", at: "monitoring.drift" },
  { word: /\bdecay/i, name: "decay", at: "monitoring.decay" },
] as const;

export default defineRule({
  id: "retrain-trigger-unwatched",
  stage: "monitoring",
  kind: "contract",
  severity: "flaw",
  why: "A trigger that nothing measures never fires, so the retraining that is counted on never comes.",
  source: "Gama et al., A Survey on Concept Drift Adaptation (2014), doi:10.1145/2523813",
  asks: "What measures the event that starts this retraining, and at which value does it start?",
  bad: (sound) => edited(sound, { "monitoring.drift": gone }),
  *check(view) {
    for (const [i, one] of (view.design.monitoring?.retrain ?? []).entries())
      for (const { word, name, at } of triggers) {
        if (!("on" in one) || !speaksOf(one.on, word) || view.decided(at)) continue;
        yield {
          at: ["monitoring", "retrain", i, "on"],
          lookedIn: [at],
          found: `Retraining starts on \`${one.on}\`, and nothing measures ${name}.`,
          clears: `say under \`${at}\` what is measured and where it alarms`,
        };
      }
  },
});
