import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { namesIt, speaksOf } from "../words.ts";

export default defineRule({
  id: "appeal-without-people",
  stage: "requirements",
  kind: "contract",
  severity: { prototype: "gap", production: "flaw" },
  why: "A right to object is empty where nobody is there to hear it.",
  source: "Regulation (EU) 2016/679 (GDPR), article 22(3) (2016)",
  asks: "Somebody objects to a decision on Friday evening. Who reads it, and what do they see?",
  bad: (sound) => edited(sound, { "serving.review": gone }),
  *check(view) {
    const costs = view.design.requirements?.costOfErrors;
    if (typeof costs !== "object" || view.decided("serving.review") || !speaksOf(costs.appeal, byPeople)) return;
    if (view.design.organisation?.dependsOn?.some(({ team }) => namesIt(costs.appeal, team))) return;
    yield {
      at: "requirements.costOfErrors.appeal",
      lookedIn: ["serving.review", "organisation.dependsOn"],
      found: `Appeals are promised (\`${costs.appeal}\`), and no people are planned for them.`,
      clears:
        "write under `serving.review` who decides appeals, how many there are and how soon, or name the team it depends on",
    };
  },
});

const byPeople = /\b(?:review(?:ed|ers?)?|humans?|person|people|analysts?|moderators?|agents?|decides?)\b/i;
