import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "bought-part-without-exit",
  stage: "organisation",
  kind: "contract",
  severity: { prototype: "hint", production: "gap" },
  why: "A supplier who cannot be left sets the price, and one who closes takes the system along.",
  source: "European Banking Authority, Guidelines on Outsourcing Arrangements, EBA/GL/2019/02 (2019), section 15",
  asks: "The supplier doubles the price, or stops. How long until you run without them?",
  bad: (sound) => edited(sound, { "organisation.buildOrBuy[0].exit": gone }),
  *check(view) {
    for (const [i, { part, choice }] of (view.design.organisation?.buildOrBuy ?? []).entries()) {
      const at = ["organisation", "buildOrBuy", i, "exit"];
      if (choice !== "buy" || view.decided(at)) continue;
      yield {
        at,
        lookedIn: ["organisation.buildOrBuy"],
        found: `\`${part}\` is bought, and nothing says how to leave it again.`,
        clears: "write `exit:` with what would take its place and how long that takes",
      };
    }
  },
});
