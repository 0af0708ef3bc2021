import { defineMetric } from "../metric.ts";
import { ascendingRuns } from "../score-order.ts";

export default defineMetric({
  name: "auc",
  definition:
    "Probability that a random positive scores higher than a random negative, ties counting one half (area under the ROC curve); undefined where all labels are equal.",
  higherIsBetter: true,
  overRows(rows) {
    let negatives = 0;
    let positives = 0;
    let won = 0;
    for (const run of ascendingRuns(rows)) {
      won += run.positives * (negatives + run.negatives / 2);
      negatives += run.negatives;
      positives += run.positives;
    }
    return negatives === 0 || positives === 0 ? undefined : won / (negatives * positives);
  },
});
