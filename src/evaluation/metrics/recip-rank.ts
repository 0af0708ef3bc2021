import { countRelevant, ranksWithin } from "../gains.ts";
import { defineMetric } from "../metric.ts";

export default defineMetric({
  name: "recipRank",
  definition:
    "1 / rank of the first relevant item, 0 where none is among the first k; lists without relevant items are skipped.",
  higherIsBetter: true,
  perList({ gains, idealGains }, k) {
    if (countRelevant(idealGains) === 0) return undefined;
    for (let i = 0; i < ranksWithin(gains, k); i++) if (gains[i]! > 0) return 1 / (i + 1);
    return 0;
  },
});
