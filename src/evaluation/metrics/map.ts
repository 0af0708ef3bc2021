import { countRelevant, ranksWithin } from "../gains.ts";
import { defineMetric } from "../metric.ts";

export default defineMetric({
  name: "map",
  definition:
    "Precision at the rank of each relevant item within the first k, summed and divided by the number of all relevant items, retrieved or not; lists without relevant items are skipped.",
  higherIsBetter: true,
  perList({ gains, idealGains }, k) {
    const relevant = countRelevant(idealGains);
    if (relevant === 0) return undefined;
    let found = 0;
    let sum = 0;
    for (let i = 0; i < ranksWithin(gains, k); i++) if (gains[i]! > 0) sum += ++found / (i + 1);
    return sum / relevant;
  },
});
