import { saturation } from "../load/health.ts";
import { percentileMeasurement, samplesNeeded } from "../percentile.ts";
import { defineProbe } from "../probe.ts";

/** Reads from the decision log how long each request spent in a step. */
export default defineProbe({
  name: "step-budget",
  sentence: "Takes the percentile of a step's time over every decision logged under the stated load.",
  kinds: ["step-budget"],
  order: "loading",
  requestsNeeded: ({ conditions }) => samplesNeeded(Number(conditions["percentile"] ?? 0.99)),
  async measure({ conditions }, bench) {
    const at = conditions["at"] === "average" ? "average" : "peak";
    const { load, logged } = await bench.load(at);
    const latencyMillis = logged.stepMillis[String(conditions["step"])] ?? new Float64Array(0);
    const measured = percentileMeasurement(
      { latencyMillis, intendedMillis: logged.timeMillis.subarray(0, latencyMillis.length) },
      {
        quantile: Number(conditions["percentile"] ?? 0.99),
        seed: bench.seed,
        conditions: { at, load: `${load.perSecond}/s`, step: String(conditions["step"]) },
      },
    );
    const saturated = saturation(load.generator);
    return saturated === undefined ? measured : { ...measured, refusal: saturated };
  },
});
