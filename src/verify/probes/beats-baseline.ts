import { rankerName } from "../../blueprints/recommendation/ranker-names.ts";
import { defineProbe } from "../probe.ts";
import { offlineConditions } from "../offline-conditions.ts";

/** Compares the ranker with the baseline on the same visits, pair by pair. */
export default defineProbe({
  name: "beats-baseline",
  sentence:
    "Takes the paired difference to the baseline on the same later visits; the interval draws whole households again.",
  kinds: ["beats-baseline"],
  order: "reading",
  measure({ conditions, target }, { prepared }) {
    const { evaluation, plan } = prepared;
    if (conditions["baseline"] !== plan.baseline.name)
      return { untested: `the baseline that was built is ${plan.baseline.name}` };
    const row = evaluation.rows.find((one) => one.ranker === rankerName && one.metric === conditions["metric"]);
    const estimate = conditions["relative"] === 1 ? row?.difference?.relative : row?.difference;
    if (!estimate) return { untested: `${String(conditions["metric"])} was not compared on the test visits` };
    return {
      value: estimate.value,
      interval: estimate.interval,
      unit: target!.unit,
      sampleSize: estimate.unitCount,
      sampleUnit: `${plan.forWhom}s`,
      conditions: { ...offlineConditions(prepared), baseline: plan.baseline.name },
    };
  },
});
