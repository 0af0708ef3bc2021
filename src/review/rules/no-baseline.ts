import type { System } from "../../design/schema/design.ts";
import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { learns } from "../subject.ts";

/** The simplest thing that could work, where one kind is usual. */
const usual: Partial<Record<System, string>> = {
  recommendation: "popularity",
  feed: "most-recent",
  search: "bm25",
  rag: "bm25",
  fraud: "rules",
  moderation: "keyword-rules",
  spam: "keyword-rules",
  ads: "logistic",
  bidding: "fixed-bid",
  pricing: "fixed-price",
  perception: "current-system",
};

export default defineRule({
  id: "no-baseline",
  stage: "model",
  kind: "method",
  severity: { concept: "gap", prototype: "flaw", production: "flaw" },
  why: "Without a simple baseline nobody knows what the model adds, and there is nothing to fall back on.",
  source: "Zinkevich, Rules of Machine Learning, rule 4 (2016)",
  asks: "What is the simplest thing that could work, and how far does it get?",
  bad: (sound) => edited(sound, { "model.baseline": gone }),
  *check(view) {
    if (!learns(view.design)) return;
    const kind = usual[view.design.system ?? "other"];
    yield* absence(view, "model.baseline", {
      found: "A model is learned, and no simple baseline stands beside it.",
      clears: `write \`baseline: {kind: ${kind ?? "rules"}}\`, or the simplest thing that could work here`,
      ...(kind && { fix: [{ set: ["model", "baseline"], to: { kind } }] }),
    });
  },
});
