import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import type { View } from "../view.ts";

const grounded = /ground|faithful|hallucinat|citation|attribut|support|factual|entail|refusal/i;

export default defineRule({
  id: "groundedness-unchecked",
  stage: "metrics",
  kind: "method",
  severity: { concept: "gap", prototype: "flaw", production: "blocker" },
  why: "A language model writes wrong sentences as well as right ones, and readers cannot tell them apart.",
  source:
    "Rashkin et al., Measuring Attribution in Natural Language Generation Models (2023), doi:10.1162/coli_a_00486",
  asks: "The answer reads well. How do you know that the documents say so?",
  base: "rag",
  bad: (sound) =>
    edited(sound, {
      "metrics.guardrails[0]": gone,
      "metrics.offline[4]": gone,
      "metrics.offline[3]": gone,
      "metrics.offline[2]": gone,
      "monitoring.decay": gone,
    }),
  *check(view) {
    if (!writes(view) || measured(view)) return;
    yield {
      at: "metrics.offline",
      lookedIn: ["metrics.offline", "metrics.guardrails", "monitoring.decay"],
      found: "A language model writes the answer, and no metric says how much of it its sources support.",
      clears: "add `{metric: groundedness, judged: {by: people and model, repeats: 3}}` with a target",
    };
  },
});

/** A language model's words reach people. */
function writes({ design }: View): boolean {
  const { formulation, parts = [], rank } = design.model ?? {};
  const llm = rank?.kind === "llm" || parts.some(({ kind }) => kind === "llm");
  return llm && (formulation === "generation" || (formulation === undefined && design.system === "rag"));
}

function measured({ design }: View): boolean {
  const { offline = [], guardrails = [] } = design.metrics ?? {};
  return [...offline, ...guardrails].some(({ metric, definition = "" }) =>
    grounded.test(`${metric.name} ${definition}`),
  );
}
