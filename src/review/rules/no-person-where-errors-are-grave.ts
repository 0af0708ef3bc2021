import { stakes } from "../../advice/figures/stakes.ts";
import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { caseSystems, hasModel } from "../subject.ts";
import type { View } from "../view.ts";

export default defineRule({
  id: "no-person-where-errors-are-grave",
  stage: "serving",
  kind: "method",
  severity: { concept: "gap", prototype: "flaw", production: "blocker" },
  why: "Where one wrong decision does lasting harm, a machine that decides alone does it at the speed of a machine.",
  source: "Regulation (EU) 2024/1689, the AI Act, article 14, human oversight (2024)",
  asks: "The model is unsure, and the error cannot be undone. Who looks at it?",
  base: "driving-perception",
  bad: (sound) => edited(sound, { "serving.review": gone }),
  *check(view) {
    if (!hasModel(view) || !isGrave(view) || asksPeople(view)) return;
    yield* absence(view, "serving.review", {
      found: "A wrong decision does lasting harm, and no person decides or looks at any case.",
      clears: "write `review:` with its inflow, the people and the time they have, or `none: why`",
    });
  },
});

/** It cannot be undone, or it stops what people do. */
function isGrave({ design }: View): boolean {
  const judges = [...caseSystems, "rag", "perception", "other"].includes(design.system ?? "other");
  return caseSystems.includes(design.system ?? "other") || (judges && stakes(design)?.harm === "grave");
}

/** A fallback or an action of the model hands the case to a person. */
function asksPeople({ design, speaking }: View): boolean {
  const fallback = (design.serving?.fallback ?? []).includes("human-review");
  const toPeople = /\breview|person|people|analyst|human|by hand|waits? for/i;
  return fallback || speaking(toPeople, "model.decide.actions", "serving.guard").length > 0;
}
