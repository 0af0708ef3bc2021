import { exactMeasurement } from "../measurement.ts";
import { defineProbe } from "../probe.ts";

/** Compares the decisions in the log with the requests that were answered. */
export default defineProbe({
  name: "decision-log",
  sentence:
    "Compares the number of decisions in the log with the number of requests that were sent and answered under the peak load.",
  kinds: ["decision-log"],
  order: "loading",
  async measure(_claim, bench) {
    const { load, logged } = await bench.load("peak");
    const answered = load.requests + load.warmUpRequests - load.errors;
    return exactMeasurement(Math.min(1, logged.count / answered), {
      unit: "share",
      sampleSize: answered,
      sampleUnit: "answered requests",
      conditions: { logged: logged.count },
    });
  },
});
