import { edited, gone } from "../edited.ts";
import { personalSources } from "../personal-sources.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "personal-without-basis",
  stage: "data",
  kind: "contract",
  severity: { production: "flaw" },
  why: "Without a legal basis the data may not be used at all, and a model that was trained on it may have to go.",
  source: "Regulation (EU) 2016/679 (GDPR), article 6 (2016)",
  asks: "Somebody asks why you may use their history for this. What do you answer?",
  bad: (sound) => edited(sound, { "data.personal.basis": gone }),
  *check(view) {
    const [first] = personalSources(view.design);
    if (!first || view.decided("data.personal.basis")) return;
    yield {
      at: "data.personal.basis",
      lookedIn: ["data.personal"],
      found: `\`${first.name}\` holds \`${first.columns.join("`, `")}\`, and nothing says why they may be used.`,
      clears: "write under `data.personal.basis`: consent, contract, legitimate interest or duty",
    };
  },
});
