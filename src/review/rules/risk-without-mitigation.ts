import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "risk-without-mitigation",
  stage: "organisation",
  kind: "contract",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "A risk that is written down and left is no smaller, and afterwards everybody knew.",
  source: "ISO 31000, Risk Management: Guidelines (2018), clause 6.5",
  asks: "You saw this coming. What have you done so that it is less likely, or less bad?",
  bad: (sound) => edited(sound, { "risks[0].mitigation": gone }),
  *check(view) {
    for (const risk of view.graph.of("risk")) {
      const at = [...risk.path, "mitigation"];
      if (view.decided(at)) continue;
      const impact = view.says([...risk.path, "impact"]);
      yield {
        at,
        lookedIn: ["risks"],
        found: `Nothing is done about \`${risk.name}\`${impact === undefined ? "" : `, whose impact is ${impact}`}.`,
        clears: "write `mitigation:`, or `none: why it is accepted`",
      };
    }
  },
});
