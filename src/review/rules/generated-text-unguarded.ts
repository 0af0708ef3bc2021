import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "generated-text-unguarded",
  stage: "serving",
  kind: "method",
  severity: { concept: "hint", prototype: "flaw", production: "blocker" },
  why: "What the language model writes goes out as it is: unsupported, secret or harmful sentences among it.",
  source: "OWASP, Top 10 for Large Language Model Applications, improper output handling (2025)",
  asks: "The model wrote a sentence that must not leave the house. Which step stops it?",
  base: "rag",
  bad: (sound) => edited(sound, { "serving.guard": gone }),
  *check(view) {
    const { parts = [], rank } = view.design.model ?? {};
    if (rank?.kind !== "llm" && !parts.some(({ kind }) => kind === "llm")) return;
    if (view.missing("serving")) return;
    yield* absence(view, "serving.guard", {
      found: "A language model is on the path, and nothing is checked on the way out.",
      clears:
        "write in `guard:` what is checked before an answer leaves: support by sources, personal data, blocked words",
    });
  },
});
