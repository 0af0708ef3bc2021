import { interpretability } from "../../advice/figures/stakes.ts";
import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { deepComponent, hasModel } from "../subject.ts";

export default defineRule({
  id: "no-explanation",
  stage: "model",
  kind: "method",
  severity: { concept: "gap", prototype: "flaw", production: "flaw" },
  why: "Reasons are owed to somebody, and a model that cannot give any has to be replaced, not explained afterwards.",
  source:
    "Rudin, Stop explaining black box machine learning models for high stakes decisions (2019), doi:10.1038/s42256-019-0048-x",
  asks: "A customer asks why. What does the person who answers see on the screen?",
  bad: (sound) => edited(sound, { "model.explanation": gone }),
  *check(view) {
    if (!hasModel(view) || interpretability(view.design) !== "high") return;
    const deep = deepComponent(view.design);
    yield* absence(view, "model.explanation", {
      found: `Decisions must be explained (${view.written("requirements.constraints.interpretability")}), and ${deep ? `a \`${deep.kind}\` decides with` : "there is"} no explanation.`,
      clears: "write in `explanation:` who asks, how a reason is found, and what every decision carries",
      ...(deep && view.life === "production" && { severity: "blocker" as const }),
    });
  },
});
