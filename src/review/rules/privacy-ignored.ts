import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { personalAt } from "../subject.ts";

export default defineRule({
  id: "privacy-ignored",
  stage: "requirements",
  kind: "method",
  severity: { concept: "gap", prototype: "flaw", production: "blocker" },
  why: "Data about people may only be used for a purpose and on a ground, and a model built without one must be withdrawn.",
  source: "Regulation (EU) 2016/679, articles 5 and 6 (2016)",
  asks: "Whose data is in that table, and on what ground may a model learn from it?",
  bad: (sound) => edited(sound, { "requirements.constraints.privacy": gone }),
  *check(view) {
    const personal = personalAt(view.design);
    if (!personal || !view.missing("requirements.constraints.privacy")) return;
    yield {
      at: "requirements.constraints.privacy",
      lookedIn: ["requirements.constraints.privacy"],
      found: `Columns describe people (${view.written(personal)}), and no privacy law or promise is named.`,
      clears: "name the laws and promises that hold in `privacy:`, or write `none: why`",
    };
  },
});
