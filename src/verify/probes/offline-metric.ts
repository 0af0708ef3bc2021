import { rankerName } from "../../blueprints/recommendation/ranker-names.ts";
import type { Measurement } from "../claim-shape.ts";
import { defineProbe } from "../probe.ts";
import { offlineConditions } from "../offline-conditions.ts";

/** Reads what later data said about the released ranker, with an interval over households. */
export default defineProbe({
  name: "offline-metric",
  sentence:
    "Takes the metric of the trained model on visits after everything it has seen; the interval draws whole households again.",
  kinds: ["offline-metric"],
  order: "reading",
  measure({ conditions, target }, { prepared }) {
    const metric = String(conditions["metric"]);
    const { evaluation, plan } = prepared;
    if (conditions["of"] === "candidates") return candidateRecall(metric, prepared);
    const row = evaluation.rows.find((one) => one.ranker === rankerName && one.metric === metric);
    if (!row) return { untested: `${metric} was not computed on the test visits` };
    const found: Measurement = {
      value: row.estimate.value,
      interval: row.estimate.interval,
      unit: target?.unit ?? metric,
      sampleSize: row.estimate.unitCount,
      sampleUnit: `${plan.forWhom}s`,
      conditions: offlineConditions(prepared),
    };
    return found;
  },
});

function candidateRecall(
  metric: string,
  prepared: Parameters<typeof offlineConditions>[0],
): Measurement | { untested: string } {
  const { candidateRecall: recall, candidatesPerVisit } = prepared.evaluation;
  if (!/^recall@\d+$/.test(metric)) return { untested: `of candidates, only recall is measured, not ${metric}` };
  const allowed = Number(metric.split("@")[1]);
  const most = Object.values(prepared.plan.retrieve).reduce((sum, one) => sum + (one?.take ?? 0), 0);
  if (most > allowed)
    return { untested: `up to ${most} candidates are taken, so ${metric} says less than what is retrieved` };
  return {
    value: recall.value,
    interval: recall.interval,
    unit: metric,
    sampleSize: recall.unitCount,
    sampleUnit: `${prepared.plan.forWhom}s`,
    conditions: { ...offlineConditions(prepared), candidatesPerVisit: Math.round(candidatesPerVisit) },
  };
}
