import { allMissing } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { hasModel } from "../subject.ts";

const places = ["organisation.onCall", "requirements.constraints.team.onCall"];

export default defineRule({
  id: "nobody-on-call",
  stage: "organisation",
  kind: "method",
  severity: { prototype: "hint", production: "flaw" },
  why: "An alarm needs somebody whose duty it is to come, or it is read on Monday.",
  source: "Beyer et al., Site Reliability Engineering (2016), chapter 11",
  asks: "It breaks on a Saturday night. Whose telephone rings?",
  bad: (sound) => edited(sound, { "organisation.onCall": gone, "requirements.constraints.team.onCall": gone }),
  *check(view) {
    if (!hasModel(view) || view.missing("monitoring") || !allMissing(view, ...places)) return;
    yield {
      at: "organisation.onCall",
      lookedIn: places,
      found: "It is watched, and nobody is on call.",
      clears: "write `onCall:` with who comes, when, and how soon",
    };
  },
});
