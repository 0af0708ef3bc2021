import { edited, gone } from "../edited.ts";
import { personalSources } from "../personal-sources.ts";
import { defineRule } from "../rule.ts";
import type { View } from "../view.ts";
import { nameWords } from "../words.ts";

export default defineRule({
  id: "personal-source-unused",
  stage: "data",
  kind: "contract",
  severity: { prototype: "hint", production: "gap" },
  why: "Data about people that nothing uses may not be kept, and it is what leaks when something leaks.",
  source: "Regulation (EU) 2016/679 (GDPR), article 5(1)(c) (2016)",
  asks: "What would be worse tomorrow if you stopped collecting this table today?",
  bad: (sound) => edited(sound, { "features[device_visits_30m]": gone }),
  *check(view) {
    if (!view.design.features?.length || !view.design.data?.labels?.length) return;
    for (const { name, i } of personalSources(view.design)) {
      const node = view.graph.of("source").find(({ path }) => path[2] === i);
      if (!node || view.graph.before(node).length > 0 || servesOtherwise(view, name)) continue;
      yield {
        at: ["data", "sources", i, "personal"],
        lookedIn: ["features", "data.labels", "data.pipelines", "serving.path"],
        found: `\`${name}\` describes people, and no feature, label or step reads it.`,
        clears: "say what it is for, or stop collecting it",
      };
    }
  },
});

/** Looked up by a step, joined by a pipeline, held in an index or an inbox. */
function servesOtherwise(view: View, name: string): boolean {
  const words = nameWords(name)
    .split(" ")
    .filter((word) => word.length > 3);
  const named = new RegExp(String.raw`\b(?:${words.map((word) => word.replace(/s$/, "")).join("|")})s?\b`, "i");
  return (
    words.length > 0 &&
    view.speaking(named, "data.pipelines", "serving", "model", "monitoring", "features", "data.labels").length > 0
  );
}
