import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "risk-without-signal",
  stage: "organisation",
  kind: "contract",
  severity: { prototype: "hint", production: "gap" },
  why: "Without a sign by which it is seen, the risk has come true long before anybody acts.",
  source: "NIST, Artificial Intelligence Risk Management Framework 1.0 (2023), doi:10.6028/NIST.AI.100-1, Measure 3",
  asks: "Suppose it has begun. Which number moves first?",
  bad: (sound) => edited(sound, { "risks[1].signal": gone }),
  *check(view) {
    for (const risk of view.graph.of("risk")) {
      const at = [...risk.path, "signal"];
      if (view.decided(at)) continue;
      yield {
        at,
        lookedIn: ["risks"],
        found: `Nothing says how \`${risk.name}\` would be seen.`,
        clears: "write `signal:` with what is watched and the value that means it has begun",
      };
    }
  },
});
