import { errorRateMeasurement } from "../measurement.ts";
import { defineProbe } from "../probe.ts";

/** Counts failed requests under the stated load. */
export default defineProbe({
  name: "error-rate",
  sentence: "Offers the stated load and counts answers that failed, came too late or never came.",
  kinds: ["error-rate"],
  order: "loading",
  /** So many that one error among them leaves the interval below the allowed share. */
  requestsNeeded: ({ target }) => (target && target.value > 0 ? 6 / target.value : 0),
  async measure({ conditions }, bench) {
    const at = conditions["at"] === "average" ? "average" : "peak";
    const { load } = await bench.load(at);
    return errorRateMeasurement(load, { conditions: { at }, seed: bench.seed });
  },
});
