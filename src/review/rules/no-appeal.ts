import { allMissing } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { caseSystems, hasModel } from "../subject.ts";

export default defineRule({
  id: "no-appeal",
  stage: "serving",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "People who are judged wrongly have no way back, and the system never hears of its worst mistakes.",
  source: "Regulation (EU) 2022/2065, the Digital Services Act, article 20 (2022)",
  asks: "Somebody is blocked and did nothing wrong. What can they do, and who decides then?",
  systems: caseSystems,
  bad: (sound) => edited(sound, { "serving.review.appeal": gone, "requirements.costOfErrors.appeal": gone }),
  *check(view) {
    if (!hasModel(view) || !allMissing(view, "serving.review.appeal", "requirements.costOfErrors.appeal")) return;
    yield {
      at: "serving.review.appeal",
      lookedIn: ["serving.review.appeal", "requirements.costOfErrors.appeal"],
      found: "People are stopped or removed, and nothing says how they object and who decides then.",
      clears: "write in `appeal:` how a decision is contested, and that somebody else decides within a stated time",
    };
  },
});
