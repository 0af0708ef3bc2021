import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { speaksOf } from "../words.ts";

export default defineRule({
  id: "review-without-people",
  stage: "serving",
  kind: "contract",
  severity: { prototype: "gap", production: "blocker" },
  why: "Cases are sent to people who are not there, so they wait, and each of them is somebody's money or post.",
  source:
    "Green and Chen, The Principles and Limits of Algorithm-in-the-Loop Decision Making (2019), doi:10.1145/3359152",
  asks: "This action sends a case to a person. How many arrive in a day, and who looks at them?",
  bad: (sound) => edited(sound, { "serving.review": gone }),
  *check(view) {
    if (view.decided("serving.review")) return;
    for (const [i, { do: action }] of (view.design.model?.decide?.actions ?? []).entries()) {
      if (!speaksOf(action, toPeople)) continue;
      yield {
        at: ["model", "decide", "actions", i, "do"],
        lookedIn: ["serving.review"],
        found: `The action is \`${action}\`, and no people are planned for it.`,
        clears: "write under `serving.review` how many cases come, who decides, and how soon",
      };
    }
  },
});

const toPeople =
  /\b(?:review(?:ers?)?|humans?|a person|people|analysts?|moderators?|agents?|escalat\w+|manual\w*|queue)\b/i;
