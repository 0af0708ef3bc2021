import { edited, gone } from "../edited.ts";
import { putOff } from "../put-off.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "grades-without-labels",
  stage: "metrics",
  kind: "contract",
  severity: "flaw",
  base: "search-ranking",
  why: "The metric rewards shades of relevance that nobody records, so it is computed on two grades or on invented ones.",
  source: "Järvelin and Kekäläinen, Cumulated Gain-Based Evaluation of IR Techniques (2002), doi:10.1145/582415.582418",
  asks: "Your metric knows four grades. Who gives a document its grade, and where is it kept?",
  bad: (sound) => edited(sound, { "data.labels[grade].classes": gone, "metrics.offline[0].judged": gone }),
  *check(view) {
    const { design } = view;
    const labels = design.data?.labels ?? [];
    const places = labels.map((_, i) => `data.labels[${i}].classes`);
    if (labels.length === 0 || putOff(view, places)) return;
    const most = Math.max(labels.length + 1, ...labels.map(({ classes }) => classes?.length ?? 0));
    for (const [i, { metric, grades = [], judged }] of (design.metrics?.offline ?? []).entries()) {
      if (judged || grades.length <= most) continue;
      yield {
        at: ["metrics", "offline", i, "grades"],
        lookedIn: places,
        found: `\`${metric.text}\` knows ${grades.length} grades, and the labels can tell ${most} apart.`,
        clears: "write the grades as `classes:` of a label, or take fewer grades",
      };
    }
  },
});
