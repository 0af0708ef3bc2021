import { countRelevant } from "../gains.ts";
import { defineMetric } from "../metric.ts";

export default defineMetric({
  name: "precision",
  definition:
    "Relevant items among the first k ranks divided by k, also where the list is shorter than k (without k: divided by the length); lists without relevant items are skipped.",
  higherIsBetter: true,
  perList({ gains, idealGains }, k) {
    if (countRelevant(idealGains) === 0) return undefined;
    const places = k ?? gains.length;
    return places === 0 ? 0 : countRelevant(gains, k) / places;
  },
});
