import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "risk-without-owner",
  stage: "organisation",
  kind: "contract",
  severity: { production: "gap" },
  why: "What everybody watches nobody watches, and a grave risk needs a name beside it.",
  source: "ISO 31000, Risk Management: Guidelines (2018), clause 5.4.3",
  asks: "Who would be the first to notice, and is it their job to look?",
  bad: (sound) => edited(sound, { "risks[0].owner": gone }),
  *check(view) {
    for (const risk of view.graph.of("risk")) {
      const at = [...risk.path, "owner"];
      const grave =
        view.says([...risk.path, "impact"]) === "high" || view.says([...risk.path, "likelihood"]) === "high";
      if (!grave || view.decided(at)) continue;
      yield {
        at,
        lookedIn: ["risks"],
        found: `\`${risk.name}\` is likely or grave, and nobody watches it.`,
        clears: "write `owner:` with the person or the team that watches it",
      };
    }
  },
});
