import { countRelevant } from "../gains.ts";
import { defineMetric } from "../metric.ts";

export default defineMetric({
  name: "hitRate",
  definition:
    "Share of lists with at least one relevant item among the first k ranks; lists without relevant items are skipped.",
  higherIsBetter: true,
  perList({ gains, idealGains }, k) {
    if (countRelevant(idealGains) === 0) return undefined;
    return countRelevant(gains, k) > 0 ? 1 : 0;
  },
});
