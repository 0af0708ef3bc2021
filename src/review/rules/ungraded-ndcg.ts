import type { Design } from "../../design/design.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "ungraded-ndcg",
  stage: "metrics",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "NDCG rewards grades of relevance; without saying which grade gains what, two teams compute two numbers.",
  source: "Järvelin and Kekäläinen, Cumulated Gain-Based Evaluation of IR Techniques (2002), doi:10.1145/582415.582418",
  asks: "A result that is perfect and one that will do: what does each gain in your NDCG?",
  base: "search-ranking",
  bad: (sound) => edited(sound, { "metrics.offline[0].grades": gone, "metrics.offline[0].definition": gone }),
  *check(view) {
    const { design } = view;
    const grades = gradesOf(design);
    if (!grades && design.system !== "search") return;
    for (const [i, { metric }] of (design.metrics?.offline ?? []).entries()) {
      const at = ["metrics", "offline", i] as const;
      if (!/^n?dcg$/i.test(metric.name)) continue;
      if (view.decided([...at, "grades"]) || view.decided([...at, "definition"])) continue;
      yield {
        at: [...at, "grades"],
        lookedIn: ["grades", "definition"].map((key) => `metrics.offline[${i}].${key}`),
        found: grades
          ? `\`${metric.text}\` has no grades, and \`${grades.name}\` has ${grades.classes.length} (${grades.classes.join(", ")}).`
          : `\`${metric.text}\` says neither its grades nor what each of them gains.`,
        clears: "write `grades:`, worst first, or in `definition:` what a relevant result gains",
        ...(grades && { fix: [{ set: [...at, "grades"], to: [...grades.classes] }] }),
      };
    }
  },
});

/** The label with more than two grades that ranking is judged by. */
function gradesOf({ data, model, system }: Design): { name: string; classes: readonly string[] } | undefined {
  const ranks = model?.formulation === "ranking" || ["search", "recommendation", "feed", "rag"].includes(system ?? "");
  const label = ranks ? data?.labels?.find(({ classes }) => (classes?.length ?? 0) > 2) : undefined;
  return label && { name: label.name, classes: label.classes! };
}
