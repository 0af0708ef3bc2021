import { ranksWithin } from "../gains.ts";
import { defineMetric } from "../metric.ts";

export default defineMetric({
  name: "coverage",
  definition:
    "Share of the catalogue's items that are shown within the first k ranks of at least one list, all lists together.",
  higherIsBetter: true,
  overLists({ lists, catalogueSize }, k) {
    const shown = new Set<number>();
    for (const list of lists) for (let i = 0; i < ranksWithin(list, k); i++) shown.add(list[i]!);
    return shown.size / catalogueSize;
  },
});
