import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { personalAt } from "../subject.ts";

export default defineRule({
  id: "no-ground-for-personal-data",
  stage: "data",
  kind: "method",
  severity: { production: "flaw" },
  why: "Without a ground and a list of what never reaches a model, every new feature is decided by who happens to write it.",
  source: "Regulation (EU) 2016/679, article 25, data protection by design (2016)",
  asks: "Which columns about a person must never reach a feature, a log or a model?",
  bad: (sound) => edited(sound, { "data.personal": gone }),
  *check(view) {
    const personal = personalAt(view.design);
    if (!personal) return;
    yield* absence(view, "data.personal", {
      found: `Columns describe people (${view.written(personal)}), and no ground and no limit of use is written down.`,
      clears: "write `personal:` with its `basis:`, what is `kept:` and what `never:` goes further",
    });
  },
});
