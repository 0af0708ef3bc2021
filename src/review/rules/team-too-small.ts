import { countText } from "../arithmetic/texts.ts";
import { edited } from "../edited.ts";
import type { Design } from "../../design/design.ts";
import { defineRule } from "../rule.ts";
import { components } from "../subject.ts";

/** A planning figure, as in the advice on building or buying: two parts for each engineer, beside everything else. */
const partsPerEngineer = 2;

export default defineRule({
  id: "team-too-small",
  stage: "organisation",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "Every model and every built part is on call, is upgraded and is asked about, and the people for it are not there.",
  source: "Sculley et al., Hidden Technical Debt in Machine Learning Systems (2015), NeurIPS",
  asks: "Who is the second person who understands each of these parts?",
  bad: (sound) => edited(sound, { "requirements.constraints.team.engineers": 1 }),
  *check({ design }) {
    const engineers = design.requirements?.constraints?.team?.engineers;
    const kept = keptAlive(design);
    if (engineers === undefined || kept.length <= engineers * partsPerEngineer) return;
    yield {
      at: "requirements.constraints.team.engineers",
      found: `${countText(engineers)} ${engineers === 1 ? "engineer keeps" : "engineers keep"} ${kept.length} parts alive: ${kept.join(", ")}.`,
      clears: `buy or drop parts until ${engineers * partsPerEngineer} or fewer are left, or plan for ${Math.ceil(kept.length / partsPerEngineer)} engineers`,
    };
  },
});

/** Models that are trained here, and parts that are built. */
function keptAlive(design: Design): string[] {
  const models = components(design).filter(
    ({ kind, pretrained, at }) => !pretrained && kind !== "rules" && at[1] !== "retrieve",
  );
  const built = (design.organisation?.buildOrBuy ?? []).filter(({ choice }) => choice === "build");
  return [...models.map(({ kind }) => kind), ...built.map(({ part }) => part)];
}
