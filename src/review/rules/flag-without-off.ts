import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "flag-without-off",
  stage: "serving",
  kind: "contract",
  severity: { prototype: "hint", production: "gap" },
  why: "A switch whose other side is unknown is not touched in an outage, which is what it is for.",
  source: "Hodgson, Feature Toggles (2017), martinfowler.com",
  asks: "You turn this off at night. What do users see a minute later?",
  bad: (sound) => edited(sound, { "serving.flags[0].off": gone }),
  *check(view) {
    for (const [i, { flag }] of (view.design.serving?.flags ?? []).entries()) {
      const at = ["serving", "flags", i, "off"];
      if (view.decided(at)) continue;
      yield {
        at,
        lookedIn: ["serving.flags"],
        found: `Nothing says what happens when \`${flag}\` is off.`,
        clears: "write `off:` with what decides then",
      };
    }
  },
});
