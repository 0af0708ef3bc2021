import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { contestedSystems, hasModel } from "../subject.ts";

export default defineRule({
  id: "adversary-ignored",
  stage: "serving",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "Somebody gains from deceiving this model and tries until it works, so what was learned last month is what they avoid.",
  source: "Dalvi et al., Adversarial Classification (2004), doi:10.1145/1014052.1014066",
  asks: "I want to get past your model. What do I try first, and how do you see it?",
  systems: [...contestedSystems, "rag"],
  bad: (sound) => edited(sound, { "serving.abuse": gone }),
  *check(view) {
    if (!hasModel(view) || view.decided("serving.abuse")) return;
    if (
      view.speaking(/attack|adversar|fraudster|spammer|abus|mislead|manipulat|evad|evasion|gaming/i, "risks").length >
        0 &&
      view.life !== "production"
    )
      return;
    yield {
      at: "serving.abuse",
      lookedIn: ["serving.abuse", "risks"],
      found: "Nothing says what an attacker would try, nor how callers are known and limited.",
      clears: "write in `abuse:` what is tried, what it costs the attacker, and what shows it",
    };
  },
});
