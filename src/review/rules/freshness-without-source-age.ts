import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "freshness-without-source-age",
  stage: "features",
  kind: "contract",
  severity: { prototype: "hint", production: "gap" },
  why: "A promise of freshness is empty while nobody knows how late the rows behind it arrive.",
  source: "Zinkevich, Rules of Machine Learning, rule 8 (2016)",
  asks: "This value is at most a few seconds old. How late do the rows behind it arrive on a bad day?",
  bad: (sound) => edited(sound, { "data.sources[visits].freshness": gone }),
  *check(view) {
    for (const feature of view.graph.of("feature")) {
      const [promise] = view.graph.next(feature, "freshness");
      const [source] = view.graph.next(feature, "source");
      if (!promise || !source || view.decided([...source.path, "freshness"])) continue;
      if (view.design.data?.sources?.[Number(source.path[2])]?.optional) continue;
      yield {
        at: promise.path,
        lookedIn: [`data.sources[${source.path[2]}].freshness`],
        found: `\`${feature.name}\` is promised within ${promise.name}, and nothing says how late \`${source.name}\` comes.`,
        clears: `write \`freshness:\` at the source \`${source.name}\``,
      };
    }
  },
});
