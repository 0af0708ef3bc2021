import { countRelevant } from "../gains.ts";
import { defineMetric } from "../metric.ts";

export default defineMetric({
  name: "recall",
  definition:
    "Relevant items among the first k ranks divided by all relevant items, also where those are more than k; lists without relevant items are skipped.",
  higherIsBetter: true,
  perList({ gains, idealGains }, k) {
    const relevant = countRelevant(idealGains);
    return relevant === 0 ? undefined : countRelevant(gains, k) / relevant;
  },
});
