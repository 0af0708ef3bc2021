import { shareMeasurement } from "../measurement.ts";
import { defineProbe } from "../probe.ts";

/** Counts in the decision log how often the last place was given to chance. */
export default defineProbe({
  name: "exploration",
  sentence:
    "Counts, in the decision log of the peak load, the lists whose last place was drawn by chance, and takes the distance from the stated share.",
  kinds: ["exploration-share"],
  order: "loading",
  /** So many that the interval of a true share reaches about half of the fifth that is allowed. */
  requestsNeeded: ({ conditions }) => {
    const share = Number(conditions["share"]);
    return share > 0 ? ((1.96 / 0.1) ** 2 * (1 - share)) / share : 0;
  },
  async measure({ conditions, target }, bench) {
    const { logged } = await bench.load("peak");
    const stated = Number(conditions["share"]);
    const { value, interval, ...rest } = shareMeasurement({
      count: logged.explored,
      of: logged.count,
      sampleUnit: "decisions",
      conditions: { explored: logged.explored },
    });
    if (!interval) return { value, interval, ...rest };
    const off = [Math.abs(interval.low - stated), Math.abs(interval.high - stated)];
    const inside = interval.low <= stated && stated <= interval.high;
    return {
      ...rest,
      unit: target!.unit,
      value: Math.abs(value - stated),
      interval: { ...interval, low: inside ? 0 : Math.min(...off), high: Math.max(...off) },
    };
  },
});
