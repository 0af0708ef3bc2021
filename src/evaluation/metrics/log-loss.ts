import { defineMetric } from "../metric.ts";

/** Scores are kept this far from 0 and 1, so that one certain mistake does not make the loss infinite. */
const margin = 2 ** -52;

export default defineMetric({
  name: "logLoss",
  definition:
    "Mean of −ln(probability given to the label that came true), natural logarithm, scores clipped to [2⁻⁵², 1 − 2⁻⁵²]; undefined without rows.",
  higherIsBetter: false,
  overRows({ scores, labels }) {
    let sum = 0;
    for (let i = 0; i < labels.length; i++) {
      const score = Math.min(1 - margin, Math.max(margin, scores[i]!));
      sum -= labels[i]! > 0 ? Math.log(score) : Math.log1p(-score);
    }
    return labels.length === 0 ? undefined : sum / labels.length;
  },
});
