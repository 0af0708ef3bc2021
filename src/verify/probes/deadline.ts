import { saturation } from "../load/health.ts";
import { shareMeasurement } from "../measurement.ts";
import { defineProbe } from "../probe.ts";
import { offerSteadily } from "../recommend-load.ts";

const requests = 500;

/** Makes the ranking step hang and counts the answers that still come before the deadline. */
export default defineProbe({
  name: "deadline",
  sentence:
    "Makes the ranking step hang for ten times the deadline and counts the answers that the fallback gives in time.",
  kinds: ["deadline"],
  order: "disturbing",
  async measure({ conditions }, bench) {
    const deadlineMillis = Number(conditions["deadlineMillis"]);
    const perSecond = Math.min(bench.perSecond.average, 100);
    await bench.serving.setFaults([`rank: sleep ${10 * deadlineMillis}ms`]);
    try {
      const load = await offerSteadily(bench, {
        name: "deadline",
        doing: "letting the ranking step hang",
        perSecond,
        requests,
        warmUpSeconds: 0,
        timeoutMillis: Math.max(2000, 5 * deadlineMillis),
      });
      let inTime = 0;
      for (let i = 0; i < load.requests; i++)
        if (load.records.fallback[i] === 1 && load.latencyMillis[i]! <= deadlineMillis) inTime++;
      const measured = shareMeasurement({
        count: inTime,
        of: load.requests,
        sampleUnit: "requests",
        conditions: { fault: `rank hangs for ${10 * deadlineMillis} ms`, load: `${perSecond}/s` },
      });
      const saturated = saturation(load.generator, deadlineMillis);
      return saturated === undefined ? measured : { ...measured, refusal: saturated };
    } finally {
      await bench.serving.setFaults(bench.faults);
    }
  },
});
