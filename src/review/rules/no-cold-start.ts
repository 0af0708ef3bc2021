import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { hasModel, listSystems } from "../subject.ts";

/** Retrievers that need no history of the person who asks. */
const withoutHistory: ReadonlySet<string> = new Set([
  "popularity",
  "most-recent",
  "bm25",
  "hybrid",
  "rules",
  "targeting",
]);

export default defineRule({
  id: "no-cold-start",
  stage: "model",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "Every user, item and card is new once, and a model that only knows history answers them at random.",
  source: "Schein et al., Methods and Metrics for Cold-Start Recommendations (2002), doi:10.1145/564376.564421",
  asks: "Somebody comes for the first time. What does the model see, and what do they see?",
  systems: [...listSystems, "fraud", "bidding", "pricing", "spam"],
  base: "search-ranking",
  bad: (sound) => edited(sound, { "model.coldStart": gone }),
  *check(view) {
    if (!hasModel(view) || view.decided("model.coldStart")) return;
    const known = (view.design.model?.retrieve ?? []).find(({ kind }) => withoutHistory.has(kind));
    if (known && view.life !== "production") return;
    yield {
      at: "model.coldStart",
      lookedIn: ["model.coldStart", "model.retrieve"],
      found: known
        ? `Nothing says what happens to new users and items beyond candidates by \`${known.kind}\`.`
        : "Nothing says what happens for a user, an item or a case that was never seen.",
      clears: "write in `coldStart:` what answers for a new user, a new item and a new query",
      ...(known && { severity: "gap" as const }),
    };
  },
});
