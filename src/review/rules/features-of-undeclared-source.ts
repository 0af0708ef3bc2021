import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "features-of-undeclared-source",
  stage: "data",
  kind: "contract",
  severity: "flaw",
  why: "A source that is only a name has no owner, no age and no checks, and what it promises cannot be held against it.",
  source:
    "Sambasivan et al., Everyone wants to do the model work, not the data work (2021), doi:10.1145/3411764.3445518",
  asks: "Your features read from this source. How old are its rows, who owns it, and what is checked on the way in?",
  bad: (sound) => edited(sound, { "data.sources": gone }),
  *check(view) {
    if (view.decided("data.sources")) return;
    const reported = new Set<string>();
    for (const [i, { name, from }] of (view.design.features ?? []).entries()) {
      if (from === undefined || reported.has(from)) continue;
      reported.add(from);
      yield {
        at: ["features", i, "from"],
        lookedIn: ["data.sources"],
        found: `\`${name}\` reads \`${from}\`, and no source of that name is described.`,
        clears: `describe \`${from}\` under \`data.sources\`: its time, freshness, checks and owner`,
        fix: [{ add: ["data", "sources"], item: { name: from } }],
      };
    }
  },
});
