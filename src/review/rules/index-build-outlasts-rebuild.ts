import { difference, measured } from "../arithmetic/measured.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "index-build-outlasts-rebuild",
  stage: "model",
  kind: "arithmetic",
  severity: "blocker",
  why: "An index that takes longer to build than the time to its next build is never fresh.",
  source: "Manning, Raghavan and Schütze, Introduction to Information Retrieval (2008), section 4.5",
  asks: "How often is the index built anew, and how long does that take today and with ten times the items?",
  base: "search-ranking",
  bad: (sound) => edited(sound, { "model.retrieve[1].index.takes": "2d" }),
  *check({ design }) {
    for (const [i, { index, kind }] of (design.model?.retrieve ?? []).entries()) {
      const at = ["model", "retrieve", i, "index"];
      const takes = measured("takes", index?.takes, [...at, "takes"]);
      const every = measured("built every", index?.rebuild, [...at, "rebuild"]);
      if (!takes || !every || takes.seconds < every.seconds) continue;
      yield {
        at: takes.at,
        found: `Building the index of \`${kind}\` takes ${takes.text}, and it is built every ${every.text}.`,
        clears: `build it every ${takes.text} or less often, add to it in between, or build it in shards`,
        working: difference(takes, every),
      };
    }
  },
});
