import { edited, gone } from "../edited.ts";
import { personalSources } from "../personal-sources.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "personal-without-retention",
  stage: "data",
  kind: "contract",
  severity: { production: "flaw" },
  why: "What is kept without an end is kept for ever, and each year more of it can be lost.",
  source: "Regulation (EU) 2016/679 (GDPR), article 5(1)(e) (2016)",
  asks: "On which day is the oldest row about a person deleted, and what deletes it?",
  bad: (sound) => edited(sound, { "data.sources[visits].retention": gone, "data.retention": gone }),
  *check(view) {
    for (const { name, i } of personalSources(view.design)) {
      const at = ["data", "sources", i, "retention"];
      const kind = view.design.data?.sources?.[i]?.kind;
      if (kind === "table" || view.decided(at) || view.decided("data.retention")) continue;
      yield {
        at,
        lookedIn: [`data.sources[${i}].retention`, "data.retention"],
        found: `\`${name}\` describes people and grows, and nothing says how long it is kept.`,
        clears: "write `retention:` at the source, or `data.retention` for all of them",
      };
    }
  },
});
