import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "random-split-over-time",
  stage: "data",
  kind: "method",
  severity: "flaw",
  why: "Rows drawn by chance put the future into training, so the offline number is better than anything that can happen live.",
  source: "Kaufman, Rosset and Perlich, Leakage in Data Mining (2011), doi:10.1145/2020408.2020496",
  asks: "The test rows are drawn by chance. What does the model know about the day after?",
  bad: (sound) =>
    edited(sound, {
      "data.split.by": "random",
      "data.split.gap": gone,
      "data.split.test": "10%",
      "data.split.validation": "10%",
    }),
  *check({ design }) {
    if (design.data?.split?.by !== "random") return;
    const source = design.data.sources?.find(({ time }) => time !== undefined);
    if (!source) return;
    yield {
      at: "data.split.by",
      found: `Rows are held out by chance, and \`${source.name}\` has a time, \`${source.time}\`.`,
      clears: "hold out the latest stretch of time",
      fix: [{ set: ["data", "split", "by"], to: "time" }],
    };
  },
});
