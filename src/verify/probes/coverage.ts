import { exactMeasurement } from "../measurement.ts";
import { defineProbe } from "../probe.ts";
import { offlineConditions } from "../offline-conditions.ts";

/** Counts how much of the catalogue the lists of the test visits show at all. */
export default defineProbe({
  name: "coverage",
  sentence:
    "Counts the items that stand in the first ten of any test visit's list, as a share of all items sold in the training history.",
  kinds: ["coverage"],
  order: "reading",
  measure(_claim, { prepared }) {
    const { value, catalogue, lists } = prepared.evaluation.coverage;
    return exactMeasurement(value, {
      unit: "coverage",
      sampleSize: lists,
      sampleUnit: "lists",
      conditions: { ...offlineConditions(prepared), catalogue },
    });
  },
});
