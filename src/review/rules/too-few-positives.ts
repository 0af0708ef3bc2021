import { countText, percentText } from "../arithmetic/texts.ts";
import { learnedLabels } from "../learned-labels.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

/** Outcomes of the rarer kind for each feature, below which coefficients are not to be trusted. */
const perFeature = 10;

export default defineRule({
  id: "too-few-positives",
  stage: "model",
  kind: "arithmetic",
  severity: "flaw",
  why: "With fewer than ten cases of the rarer kind for each feature, a model learns the accidents of its sample.",
  source:
    "Peduzzi et al., Number of Events per Variable in Logistic Regression (1996), doi:10.1016/S0895-4356(96)00236-3",
  asks: "You have thirty features and forty positives. What will the model have learned?",
  bad: (sound) => edited(sound, { "model.train.rows": "20k" }),
  *check({ design }) {
    const { label, index } = learnedLabels(design)[0] ?? {};
    const rows = design.model?.train?.rows;
    const features = design.features?.length ?? 0;
    if (!label?.balance || !rows || features === 0 || (design.model?.level ?? 2) < 2) return;
    const rarer = Math.min(label.balance.share, 1 - label.balance.share);
    const there = rows.count * rarer;
    const needed = perFeature * features;
    if (there >= needed) return;
    yield {
      at: "model.train.rows",
      found: `${rows.text} rows hold ${countText(there)} of the rarer outcome, for ${features} features.`,
      clears: `train on ${countText(needed / rarer)} rows, use fewer features, or start with rules`,
      working: {
        inputs: [
          { name: "rows", value: rows.text, at: "model.train.rows" },
          { name: "share of positives", value: label.balance.text, at: ["data", "labels", index!, "balance"] },
          { name: "features", value: String(features), at: "features" },
        ],
        sum: `${rows.text} × ${percentText(rarer)}`,
        result: `${countText(there)}, and ${perFeature} × ${features} = ${needed} are needed`,
      },
    };
  },
});
