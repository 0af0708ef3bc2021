import { errorRateMeasurement } from "../measurement.ts";
import { defineProbe } from "../probe.ts";

/** Offers the stated load and counts the arrivals that were answered. */
export default defineProbe({
  name: "keeps-up",
  sentence: "Offers the stated load, open loop, and counts the arrivals that got an answer in time.",
  kinds: ["keeps-up"],
  order: "loading",
  async measure({ conditions }, bench) {
    const { load } = await bench.load(conditions["at"] === "peak" ? "peak" : "average");
    const errors = errorRateMeasurement(load, { conditions: {}, seed: bench.seed });
    const { interval } = errors;
    return {
      ...errors,
      value: 1 - errors.value,
      interval: interval && { ...interval, low: 1 - interval.high, high: 1 - interval.low },
    };
  },
});
