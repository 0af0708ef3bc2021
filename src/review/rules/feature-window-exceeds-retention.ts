import { difference, measured } from "../arithmetic/measured.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "feature-window-exceeds-retention",
  stage: "features",
  kind: "arithmetic",
  severity: "flaw",
  why: "A window that is longer than its source is kept counts less than its name says, and less each time it is rebuilt.",
  source: "Polyzotis et al., Data Lifecycle Challenges in Production ML (2018), doi:10.1145/3299887.3299891",
  asks: "Your feature looks back half a year. How long do you keep the events that it counts?",
  bad: (sound) => edited(sound, { "features[device_visits_30m].over": "180d" }),
  *check({ design }) {
    const sources = new Map((design.data?.sources ?? []).map((source, i) => [source.name, { source, i }]));
    for (const [i, feature] of (design.features ?? []).entries()) {
      const { source, i: at } = sources.get(feature.from ?? "") ?? {};
      const window = measured(feature.name, feature.over, ["features", i, "over"]);
      const kept =
        source && measured(`${source.name} kept for`, source.retention, ["data", "sources", at!, "retention"]);
      if (!window || !kept || window.seconds <= kept.seconds) continue;
      yield {
        at: window.at,
        found: `\`${feature.name}\` looks back ${window.text}, and ${source!.name} is kept for ${kept.text}.`,
        clears: `keep ${source!.name} for ${window.text}, or look back ${kept.text} at most`,
        working: difference(window, kept),
        fix: [{ set: ["features", i, "over"], to: kept.text }],
      };
    }
  },
});
