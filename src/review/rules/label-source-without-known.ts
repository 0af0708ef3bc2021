import type { Design } from "../../design/design.ts";
import { predicateText } from "../../kit/predicate.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

type Feature = NonNullable<Design["features"]>[number];
type Label = NonNullable<NonNullable<Design["data"]>["labels"]>[number];

export default defineRule({
  id: "label-source-without-known",
  stage: "data",
  kind: "contract",
  severity: "blocker",
  why: "Features that are built from the outcomes see reports that had not arrived yet, so the model is brilliant in tests and blind when live.",
  source: "Kaufman et al., Leakage in Data Mining (2012), doi:10.1145/2382577.2382579",
  asks: "You rebuild last March for training. Which rows of this table did you have on that day, and how do you know?",
  bad: (sound) =>
    edited(sound, {
      "data.sources[disputes].known": gone,
      "features[merchant_disputes].is": "count where reason_code = 'fraud'",
    }),
  *check(view) {
    for (const [i, label] of (view.design.data?.labels ?? []).entries()) {
      const { name, from, delay } = label;
      const source = view.graph.of("source").find((one) => one.name === from);
      if (!source || !delay?.seconds || view.decided([...source.path, "known"])) continue;
      const reader = (view.design.features ?? []).find((feature) => countsOutcomes(feature, label));
      if (!reader) continue;
      const time = view.says([...source.path, "time"]);
      const at = [...source.path, "known"];
      yield {
        at,
        lookedIn: [`data.sources[${source.path[2]}].known`],
        found: `\`${reader.name}\` counts the outcomes of \`${from}\`, where \`${name}\` comes ${delay.text} late, and nothing says when a row was known.`,
        clears: `write \`known:\` with the column that holds when a row of \`${from}\` arrived`,
        ...(time !== undefined && {
          fix: [{ set: at, to: `${time} + ${view.written(["data", "labels", i, "delay"])}` }],
        }),
      };
    }
  },
});

/** A feature that filters the rows of the label's source as the label does. */
function countsOutcomes({ from, is }: Feature, label: Label): boolean {
  if (from !== label.from || !is || !("where" in is) || !is.where || !label.positive) return false;
  return predicateText(is.where) === predicateText(label.positive);
}
