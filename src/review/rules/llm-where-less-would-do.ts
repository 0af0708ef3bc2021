import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { rawInputs } from "../../advice/figures/shape.ts";

export default defineRule({
  id: "llm-where-less-would-do",
  stage: "model",
  kind: "method",
  severity: { concept: "gap", prototype: "flaw", production: "flaw" },
  why: "A language model that scores columns costs a thousand times a tree, answers a hundred times slower, and is not better.",
  source: "Hegselmann et al., TabLLM (2023), AISTATS, Proceedings of Machine Learning Research 206",
  asks: "What does the language model read that the trees do not see?",
  bad: (sound) => edited(sound, { "model.rank": { kind: "llm" } }),
  *check({ design }) {
    const { rank, formulation } = design.model ?? {};
    if (rank?.kind !== "llm" || formulation === "generation" || !design.features?.length) return;
    if (rawInputs(design).length > 0) return;
    yield {
      at: "model.rank.kind",
      lookedIn: ["features", "data.sources"],
      found: `A language model scores ${design.features.length} features, none of which is text, a picture or a vector.`,
      clears: "use `gbdt` or `logistic`, and keep the language model for text that has to be read or written",
    };
  },
});
