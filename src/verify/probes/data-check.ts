import { exactMeasurement } from "../measurement.ts";
import { defineProbe } from "../probe.ts";

/** Reads how often a stated check was broken while data was taken in. */
export default defineProbe({
  name: "data-check",
  sentence: "Counts the rows, or days, of the data that break the check.",
  kinds: ["data-check"],
  order: "reading",
  measure({ conditions }, { prepared }) {
    const { plan, data } = prepared;
    const source = String(conditions["source"]);
    const report = data.reports.find((one) => one.source === source);
    const at =
      plan.sources
        .find(({ definition }) => definition.name === source)
        ?.checkTexts.indexOf(String(conditions["check"])) ?? -1;
    const outcome = report?.checks[at];
    if (!report || report.files.length === 0) return { untested: `this data has no ${source}` };
    if (!outcome) return { untested: "the check was not run on this data" };
    const measured = exactMeasurement(outcome.broken, {
      unit: "violations",
      sampleSize: outcome.of,
      sampleUnit: `${outcome.level}s`,
      conditions: { data: data.origin.kind, dataVersion: data.dataVersion },
    });
    return outcome.example === undefined ? measured : { ...measured, note: outcome.example };
  },
});
