import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { hasModel } from "../subject.ts";

export default defineRule({
  id: "no-runbook",
  stage: "monitoring",
  kind: "method",
  severity: { production: "blocker" },
  why: "At three in the morning nobody invents the right order of steps, and the second person on call knows none of it.",
  source: "Beyer et al., Site Reliability Engineering (2016), chapter 11",
  asks: "You are on holiday and precision falls by half. What does your colleague do first?",
  bad: (sound) => edited(sound, { "monitoring.runbook": gone }),
  *check(view) {
    if (!hasModel(view) || view.missing("monitoring")) return;
    yield* absence(view, "monitoring.runbook", {
      found: "It is in production, and no runbook says what to do when something is seen.",
      clears: "write `runbook:` with what is seen and what is done, in order",
    });
  },
});
