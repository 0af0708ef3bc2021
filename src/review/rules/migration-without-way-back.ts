import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "migration-without-way-back",
  stage: "organisation",
  kind: "contract",
  severity: { prototype: "hint", production: "gap" },
  why: "A step that cannot be undone must go right the first time, and the first time is when least is known.",
  source: "Fowler, Strangler Fig Application (2004), martinfowler.com",
  asks: "A week after this step it turns out to be wrong. How do you get back, and what is lost?",
  bad: (sound) => edited(sound, { "organisation.migration[0].back": gone }),
  *check(view) {
    for (const [i, { step }] of (view.design.organisation?.migration ?? []).entries()) {
      const at = ["organisation", "migration", i, "back"];
      if (view.decided(at)) continue;
      yield {
        at,
        lookedIn: ["organisation.migration"],
        found: `Nothing says how to go back from \`${step}\`.`,
        clears: "write `back:` with what takes over again, or `none: why it cannot be undone`",
      };
    }
  },
});
