import { shareMeasurement } from "../measurement.ts";
import { saturation } from "../load/health.ts";
import { defineProbe } from "../probe.ts";

/** Sends events at the stated rate, beside the requests, and counts those acknowledged as durable. */
export default defineProbe({
  name: "ingest-rate",
  sentence: "Sends events at the stated rate beside the peak load and counts those that are acknowledged as durable.",
  kinds: ["ingest-rate"],
  order: "loading",
  async measure({ conditions }, bench) {
    const source = conditions["source"];
    const { plan } = bench.prepared;
    if (source !== undefined && source !== plan.outcome.source)
      return { untested: `events are sent to ${plan.outcome.source} only` };
    const stated = Number(conditions["perSecond"]);
    if (stated > bench.perSecond.events)
      return { untested: `events were sent at ${bench.perSecond.events}/s, the rate in requirements.scale.events` };
    const { events } = await bench.load("peak");
    const measured = shareMeasurement({
      count: events.requests - events.errors,
      of: events.requests,
      sampleUnit: "events",
      conditions: { load: `${events.perSecond}/s`, source: plan.outcome.source },
    });
    const saturated = saturation(events.generator);
    return saturated === undefined ? measured : { ...measured, refusal: saturated };
  },
});
