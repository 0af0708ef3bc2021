import { quantileInterval, quantileOf } from "../../kit/interval.ts";
import { observeFreshness } from "../observed-freshness.ts";
import { defineProbe } from "../probe.ts";

const quantile = 0.95;

/** Sends events and asks until the features show them. */
export default defineProbe({
  name: "freshness",
  sentence:
    "Sends an event, asks for the feature vector until the event shows in it, and takes the 95th percentile of that time.",
  kinds: ["feature-freshness", "source-freshness"],
  order: "disturbing",
  async measure({ kind, conditions, target }, bench) {
    if (conditions["kind"] === "table") return { untested: "a table is read once per run; no newer version arrives" };
    const observed = await bench.once("freshness", () => observeFreshness(bench));
    const { plan } = bench.prepared;
    const kept = plan.features.flatMap((feature) => ("kept" in feature ? [feature.kept] : []));
    const wanted = kept.filter((feature) =>
      kind === "source-freshness" ? feature.source === conditions["source"] : feature.name === conditions["feature"],
    );
    const delays = wanted.flatMap(({ name }) => observed.delaysMillis[name] ?? []);
    if (wanted.length === 0)
      return { untested: `no kept feature shows events of ${String(conditions["source"] ?? conditions["feature"])}` };
    if (delays.length === 0)
      return { untested: `this data has no ${wanted[0]!.source}, so no event of it could be sent` };
    const sorted = Float64Array.from(delays).sort();
    const unseen = sorted.filter((delay) => delay === Infinity).length;
    const interval = quantileInterval(sorted, quantile);
    const note = unseen > 0 ? { note: `${unseen} events never showed within ${observed.patienceMillis / 1000} s` } : {};
    return {
      value: quantileOf(sorted, quantile),
      interval: { ...interval, low: Math.max(0, interval.low) },
      unit: target!.unit,
      sampleSize: delays.length,
      sampleUnit: "events",
      conditions: { percentile: quantile },
      ...note,
    };
  },
});
