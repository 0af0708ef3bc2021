import { exactMeasurement } from "../measurement.ts";
import { defineProbe } from "../probe.ts";

/** Counts who and what the data that was taken in is about. */
export default defineProbe({
  name: "scale",
  sentence: "Counts the different people and items that the running system was built from.",
  kinds: ["users", "items"],
  order: "reading",
  measure({ kind }, { prepared }) {
    const { plan, data } = prepared;
    const entity = kind === "users" ? plan.forWhom : plan.what;
    const count = Math.max(0, ...data.reports.map((report) => report.entities[entity] ?? 0));
    return exactMeasurement(count, {
      unit: "count",
      sampleSize: count,
      sampleUnit: `${entity}s`,
      conditions: { data: data.origin.kind },
    });
  },
});
