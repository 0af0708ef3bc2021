import { tryAlarm } from "../alarm-trial.ts";
import { shareMeasurement } from "../measurement.ts";
import { defineProbe } from "../probe.ts";

/** Holds the alarm against drift that is put in on purpose, and against none. */
export default defineProbe({
  name: "drift-alarm",
  sentence:
    "Draws windows of later visits, with half of the events lost on purpose and without, and counts how often the alarm fires.",
  kinds: ["drift-detected", "drift-silent"],
  order: "reading",
  async measure({ kind, conditions }, bench) {
    const of = conditions["of"] === "scores" ? "scores" : "features";
    const threshold = Number(conditions["threshold"]);
    const tried = await bench.once(`alarm on ${of} at ${threshold}`, () => tryAlarm(bench, of, threshold));
    if (tried.tooFew !== undefined) return { untested: tried.tooFew };
    const count = kind === "drift-detected" ? tried.detections : tried.repetitions - tried.falseAlarms;
    const measured = shareMeasurement({
      count,
      of: tried.repetitions,
      sampleUnit: "windows",
      conditions: { visitsPerWindow: tried.visitsPerWindow, injected: tried.injected },
    });
    return { ...measured, note: kind === "drift-detected" ? tried.driftedText : tried.quietText };
  },
});
