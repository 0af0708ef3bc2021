import type { Design } from "../../design/design.ts";
import { predicateColumns } from "../../kit/predicate.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

type Feature = NonNullable<Design["features"]>[number];

export default defineRule({
  id: "feature-is-the-outcome",
  stage: "features",
  kind: "contract",
  severity: "blocker",
  why: "The value is written after the decision, so offline the model reads the answer and live it reads nothing.",
  source: "Kaufman et al., Leakage in Data Mining (2012), doi:10.1145/2382577.2382579",
  asks: "At the moment of the decision, who has already written this column?",
  bad: (sound) => edited(sound, { "features[amount].is": "request reason_code" }),
  *check({ design }) {
    for (const [i, feature] of (design.features ?? []).entries())
      for (const { name, from, positive } of design.data?.labels ?? []) {
        const column = columnOf(feature, from);
        if (column === undefined || !positive || !predicateColumns(positive).includes(column)) continue;
        yield {
          at: ["features", i, "is"],
          found: `\`${feature.name}\` reads \`${column}\`, from which the outcome \`${name}\` is made.`,
          clears: `drop \`${feature.name}\`, or count past outcomes up to when they were known`,
          fix: [{ remove: ["features", i] }],
        };
      }
  },
});

/** The column that is read of the very case that is decided: of the request, or of the row of the label itself. */
function columnOf({ is, from }: Feature, labelled: string | undefined): string | undefined {
  if (is?.kind === "request") return is.column;
  return is?.kind === "value" && from !== undefined && from === labelled ? is.column : undefined;
}
