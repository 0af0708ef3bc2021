import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "window-beyond-retention",
  stage: "features",
  kind: "contract",
  severity: "flaw",
  why: "The window is longer than the history that is kept, so the feature cannot be built again for training or after a mistake.",
  source: "Kleppmann, Designing Data-Intensive Applications (2017), chapter 11",
  asks: "You find a bug in this counter and must compute it anew. Are the rows still there?",
  bad: (sound) => edited(sound, { "data.sources[visits].retention": "10m" }),
  *check({ design }) {
    const sources = new Map((design.data?.sources ?? []).map((source, i) => [source.name, { source, i }]));
    for (const [i, { name, from, over }] of (design.features ?? []).entries()) {
      const { source, i: at } = sources.get(from ?? "") ?? {};
      if (!over || !source?.retention || over.seconds <= source.retention.seconds) continue;
      yield {
        at: ["features", i, "over"],
        found: `\`${name}\` looks back over ${over.text}, and ${source.name} is kept for ${source.retention.text}.`,
        clears: `keep ${source.name} for ${over.text} or longer, or shorten the window`,
        working: {
          inputs: [
            { name: `window of ${name}`, value: over.text, at: ["features", i, "over"] },
            {
              name: `${source.name} kept for`,
              value: source.retention.text,
              at: ["data", "sources", at!, "retention"],
            },
          ],
          sum: `${over.text} > ${source.retention.text}`,
          result: "the oldest part of the window is gone",
        },
        fix: [{ set: ["features", i, "over"], to: source.retention.text }],
      };
    }
  },
});
