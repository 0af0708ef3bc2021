import { defineMetric } from "../metric.ts";
import { ascendingRuns } from "../score-order.ts";

export default defineMetric({
  name: "averagePrecision",
  definition:
    "Precision at each distinct score threshold weighted by the recall gained there, without interpolation, tied scores taken together; undefined without positives.",
  higherIsBetter: true,
  overRows(rows) {
    let taken = 0;
    let found = 0;
    let sum = 0;
    for (const run of ascendingRuns(rows).toReversed()) {
      taken += run.positives + run.negatives;
      found += run.positives;
      sum += run.positives * (found / taken);
    }
    return found === 0 ? undefined : sum / found;
  },
});
