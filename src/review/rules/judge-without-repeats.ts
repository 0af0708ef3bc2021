import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "judge-without-repeats",
  stage: "metrics",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "A model that judges changes its mind between two runs, and one run hides by how much.",
  source:
    "Zheng et al., Judging LLM-as-a-Judge with MT-Bench and Chatbot Arena (2023), NeurIPS Datasets and Benchmarks",
  asks: "The judge reads the same answer twice. How often does it give the same grade?",
  base: "rag",
  bad: (sound) => edited(sound, { "metrics.offline[2].judged.repeats": 1 }),
  *check(view) {
    for (const [i, { metric, judged }] of (view.design.metrics?.offline ?? []).entries()) {
      const at = ["metrics", "offline", i, "judged", "repeats"];
      if (!judged || judged.by === "people" || (judged.repeats ?? 0) > 1) continue;
      if (judged.repeats === undefined && view.decided(at)) continue;
      yield {
        at,
        lookedIn: [`metrics.offline[${i}].judged`],
        found: `A model judges \`${metric.text}\`, ${judged.repeats ? "once" : "and nothing says how often"}.`,
        clears: "judge each answer three times or more, and report how far the grades are apart",
        fix: [{ set: at, to: 3 }],
      };
    }
  },
});
