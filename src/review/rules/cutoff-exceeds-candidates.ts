import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "cutoff-exceeds-candidates",
  stage: "model",
  kind: "arithmetic",
  severity: "flaw",
  why: "A metric over more items than retrieval gives is bounded by retrieval, whatever the ranker does.",
  source:
    "Covington, Adams and Sargin, Deep Neural Networks for YouTube Recommendations (2016), doi:10.1145/2959100.2959190",
  asks: "You judge the first fifty results. How many candidates does the ranker get to choose from?",
  base: "search-ranking",
  bad: (sound) => edited(sound, { "model.retrieve[0].take": 4, "model.retrieve[1].take": 3 }),
  *check({ design }) {
    const takes = (design.model?.retrieve ?? []).map(({ kind, take }, i) => ({
      kind,
      take,
      at: ["model", "retrieve", i, "take"],
    }));
    if (takes.length === 0 || takes.some(({ take }) => take === undefined)) return;
    const sum = takes.reduce((total, { take }) => total + take!, 0);
    const deepest = (design.metrics?.offline ?? [])
      .flatMap(({ metric, of }, i) => (metric.cutoff && of === undefined ? [{ metric, cutoff: metric.cutoff, i }] : []))
      .sort((a, b) => b.cutoff - a.cutoff)[0];
    if (!deepest || deepest.cutoff <= sum) return;
    yield {
      at: takes[0]!.at,
      found: `\`${deepest.metric.text}\` judges ${deepest.cutoff} items, and retrieval gives ${sum} at most.`,
      clears: `retrieve ${deepest.cutoff} or more, and better ten times that, or judge fewer`,
      working: {
        inputs: [
          ...takes.map(({ kind, take, at }) => ({ name: kind, value: String(take), at })),
          { name: "judged", value: String(deepest.cutoff), at: ["metrics", "offline", deepest.i, "metric"] },
        ],
        sum: takes.map(({ take }) => take).join(" + "),
        result: `${sum} candidates`,
      },
    };
  },
});
