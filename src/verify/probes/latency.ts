import { latencyMeasurement, samplesNeeded } from "../measurement.ts";
import { defineProbe } from "../probe.ts";

/** Measures a percentile of the latency that callers see, from the moment each request was due. */
export default defineProbe({
  name: "latency",
  sentence:
    "Offers the stated load, open loop, and takes the percentile of the time from when a request was due to its answer.",
  kinds: ["latency"],
  order: "loading",
  requestsNeeded: ({ conditions }) => samplesNeeded(Number(conditions["percentile"] ?? 0.99)),
  async measure({ conditions, target }, bench) {
    const at = conditions["at"] === "average" ? "average" : "peak";
    const { load } = await bench.load(at);
    return latencyMeasurement(load, Number(conditions["percentile"] ?? 0.99), {
      conditions: { at },
      seed: bench.seed,
      ...(target && { targetMillis: target.value }),
    });
  },
});
