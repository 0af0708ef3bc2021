import type { Design } from "../../design/design.ts";
import { edited } from "../edited.ts";
import { putOff } from "../put-off.ts";
import { defineRule, type Where } from "../rule.ts";

export default defineRule({
  id: "classes-beyond-labels",
  stage: "model",
  kind: "contract",
  severity: "flaw",
  why: "A model cannot tell classes apart that no label names, so all but the labelled ones are never predicted.",
  source: "Scheirer et al., Toward Open Set Recognition (2013), doi:10.1109/TPAMI.2012.256",
  asks: "Which classes does the model give out, and where does an example of each of them come from?",
  bad: (sound) => edited(sound, { "model.rank.objective": "multiclass" }),
  *check(view) {
    const { design } = view;
    const labels = design.data?.labels ?? [];
    if (labels.length === 0 || labels.some(({ classes }) => (classes?.length ?? 0) > 2)) return;
    const places = labels.map((_, i) => `data.labels[${i}].classes`);
    if (putOff(view, places)) return;
    for (const { name, objective, at } of trained(design)) {
      if (objective !== "multiclass" && !(objective === "multilabel" && labels.length === 1)) continue;
      yield {
        at,
        lookedIn: places,
        found: `\`${name}\` is trained with \`${objective}\`, and \`${labels.map((one) => one.name).join("`, `")}\` know only yes and no.`,
        clears: "write the `classes:` of the label, or train with `binary`",
        fix: [{ set: at, to: "binary" }],
      };
    }
  },
});

/** The models that are trained, and where their loss stands. */
function trained({ model }: Design) {
  const rank = model?.rank && {
    name: model.rank.kind,
    objective: model.rank.objective,
    at: ["model", "rank", "objective"],
  };
  const parts = (model?.parts ?? []).map(({ name, objective }, i) => ({
    name,
    objective,
    at: ["model", "parts", i, "objective"],
  }));
  return [...(rank ? [rank] : []), ...parts] satisfies { at: Where }[];
}
