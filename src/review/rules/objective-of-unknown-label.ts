import { nearest } from "../../kit/suggest.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "objective-of-unknown-label",
  stage: "model",
  kind: "contract",
  severity: "flaw",
  why: "A goal that is learned from a label that is not defined is not learned at all.",
  source: "Aminian and Xu, Machine Learning System Design Interview (2023), chapter 1",
  asks: "From which recorded outcome does the model learn this goal?",
  bad: (sound) => edited(sound, { "model.objectives[0].label": "frauds" }),
  *check({ design }) {
    const labels = (design.data?.labels ?? []).map(({ name }) => name);
    if (labels.length === 0) return;
    for (const [i, { name, label }] of (design.model?.objectives ?? []).entries()) {
      if (label === undefined || labels.includes(label)) continue;
      const at = ["model", "objectives", i, "label"];
      const meant = nearest(label, labels);
      yield {
        at,
        lookedIn: ["data.labels"],
        found: `\`${name}\` is learned from \`${label}\`, and the labels are \`${labels.join("`, `")}\`.`,
        clears:
          meant === undefined
            ? `define the label \`${label}\` under \`data.labels\``
            : `write \`${meant}\`, if that was meant`,
        ...(meant !== undefined && { fix: [{ set: at, to: meant }] }),
      };
    }
  },
});
