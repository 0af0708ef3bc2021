import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "entities-on-both-sides",
  stage: "data",
  kind: "method",
  severity: "flaw",
  why: "A person or a thing that stands on both sides is recognised and not judged, so the offline number is too good.",
  source:
    "Saeb et al., The need to approximate the use-case in clinical machine learning (2017), doi:10.1093/gigascience/gix019",
  asks: "One customer has rows in training and in test. What has the model learned, the pattern or the customer?",
  base: "driving-perception",
  bad: (sound) => edited(sound, { "data.split.entity": gone, "data.split.duplicates": gone }),
  *check(view) {
    const { split, sources } = view.design.data ?? {};
    if (!split || split.by === "time" || view.decided("data.split.entity")) return;
    if (split.by !== "random" && view.decided("data.split.duplicates")) return;
    const entities = sources?.find(({ entities }) => entities)?.entities;
    if (!entities) return;
    const [entity] = Object.keys(entities);
    yield {
      at: "data.split.entity",
      lookedIn: ["data.split.entity", "data.split.duplicates"],
      found: `The split is by ${split.by}, and nothing keeps one \`${entity}\` from standing on both sides.`,
      clears: "name in `entity:` what never stands on both sides",
      fix: [{ set: ["data", "split", "entity"], to: entity! }],
    };
  },
});
