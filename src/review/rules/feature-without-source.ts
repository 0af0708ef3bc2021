import type { Design } from "../../design/design.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

type Feature = NonNullable<Design["features"]>[number];

/** What can only be worked out from rows of a source. */
const fromRows: ReadonlySet<string> = new Set([
  "count",
  "sum",
  "mean",
  "last",
  "distinct",
  "timeSince",
  "age",
  "value",
]);

export default defineRule({
  id: "feature-without-source",
  stage: "features",
  kind: "contract",
  severity: "flaw",
  why: "A value that comes from nowhere can be computed neither for training nor for a request.",
  source:
    "Polyzotis et al., Data Management Challenges in Production Machine Learning (2017), doi:10.1145/3035918.3054782",
  asks: "Take this feature. Which rows do you read to compute it, and who writes them?",
  bad: (sound) => edited(sound, { "features[device_visits_30m].from": gone }),
  *check(view) {
    for (const [i, feature] of (view.design.features ?? []).entries()) {
      const from = ["features", i, "from"];
      if (!feature.is || !fromRows.has(feature.is.kind) || view.decided(from)) continue;
      const [only, ...more] = sourcesOf(feature, view.design);
      yield {
        at: from,
        lookedIn: [`features[${i}].from`, "data.sources"],
        found: `\`${feature.name}\` is \`${feature.is.text}\`, and no source is named for it.`,
        clears: "write `from:` with the source whose rows it reads",
        ...(only !== undefined && more.length === 0 && { fix: [{ set: from, to: only }] }),
      };
    }
  },
});

/** Sources that know every entity of the feature. */
function sourcesOf({ entity }: Feature, { data }: Design): string[] {
  if (!entity?.length) return [];
  const knowing = (data?.sources ?? []).filter(({ entities = {} }) => entity.every((one) => one in entities));
  return knowing.map(({ name }) => name);
}
