import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { learns } from "../subject.ts";

export default defineRule({
  id: "no-data-story",
  stage: "data",
  kind: "method",
  severity: { concept: "gap", prototype: "flaw", production: "blocker" },
  why: "Clean, labelled data at scale does not lie around: where it comes from decides what can be learned at all.",
  source:
    "Sambasivan et al., Everyone wants to do the model work, not the data work (2021), doi:10.1145/3411764.3445518",
  asks: "Before the model: which tables, whose, how old, and how do you know that they are right?",
  bad: (sound) => edited(sound, { data: gone, features: gone }),
  *check(view) {
    if (!learns(view.design)) return;
    yield* absence(view, "data", {
      found: "A model learns, and nothing is said of sources, labels or what is held out.",
      clears: "write `data:` with sources and their checks, labels and how they come about, and the split",
    });
  },
});
