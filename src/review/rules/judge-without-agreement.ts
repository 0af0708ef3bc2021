import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "judge-without-agreement",
  stage: "metrics",
  kind: "method",
  severity: { prototype: "gap", production: "flaw" },
  why: "A judge that was never held against people measures what it likes, such as length and its own style.",
  source:
    "Zheng et al., Judging LLM-as-a-Judge with MT-Bench and Chatbot Arena (2023), NeurIPS Datasets and Benchmarks",
  asks: "On which answers does your judge disagree with people, and how often?",
  base: "rag",
  bad: (sound) => edited(sound, { "metrics.offline[2].judged.agreement": gone }),
  *check(view) {
    for (const [i, { metric, judged }] of (view.design.metrics?.offline ?? []).entries()) {
      const at = ["metrics", "offline", i, "judged", "agreement"];
      if (!judged || view.decided(at)) continue;
      yield {
        at,
        lookedIn: [`metrics.offline[${i}].judged`],
        found: `\`${metric.text}\` is judged by ${judged.by}, and nothing says how far judges agree.`,
        clears: "write in `agreement:` how it is measured and what is asked for, such as `kappa with people >= 0.7`",
      };
    }
  },
});
