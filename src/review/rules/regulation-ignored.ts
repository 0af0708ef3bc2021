import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { hasModel } from "../subject.ts";

export default defineRule({
  id: "regulation-ignored",
  stage: "requirements",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "Rules for such decisions exist, and what they ask for (reasons, records, a person) cannot be added after release.",
  source: "Regulation (EU) 2024/1689, the AI Act, articles 6 and 9 to 15 (2024)",
  asks: "Which authority may ask you about this decision, and for what?",
  systems: ["fraud", "moderation", "perception", "pricing", "ads"],
  bad: (sound) => edited(sound, { "requirements.constraints.regulation": gone }),
  *check(view) {
    if (!hasModel(view)) return;
    yield* absence(view, "requirements.constraints.regulation", {
      found: `No rule of law or of the trade is named for a system of kind \`${view.design.system}\`.`,
      clears: "name the rules that apply in `regulation:`, or write `none: why`",
    });
  },
});
