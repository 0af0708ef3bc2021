import { discountedGain } from "../gains.ts";
import { defineMetric } from "../metric.ts";

export default defineMetric({
  name: "ndcg",
  definition:
    "Linear gain over log2(rank + 1), summed over the first k ranks and divided by the same sum for the best order of all relevant items, retrieved or not; lists without relevant items are skipped.",
  higherIsBetter: true,
  perList({ gains, idealGains }, k) {
    const best = discountedGain(Float64Array.from(idealGains).sort().toReversed(), k);
    return best === 0 ? undefined : discountedGain(gains, k) / best;
  },
});
