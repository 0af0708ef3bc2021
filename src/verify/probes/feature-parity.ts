import { exactMeasurement } from "../measurement.ts";
import { defineProbe } from "../probe.ts";

/** Computes logged vectors again by the training SQL, as of the moment of each decision, and compares them. */
export default defineProbe({
  name: "feature-parity",
  sentence:
    "Computes the logged feature vectors again by the training path, knowing what was known at each decision, and counts the values that differ.",
  kinds: ["feature-parity"],
  order: "disturbing",
  async measure({ target }, bench) {
    const { logged } = await bench.load("peak");
    if (logged.withVectors.length === 0) return { untested: "no feature vector was logged under load" };
    const { replayVectors } = await import("../replay.ts");
    const { values, differences, example, decisions, newEvents } = await replayVectors(bench, logged.withVectors);
    const measured = exactMeasurement(differences, {
      unit: target!.unit,
      sampleSize: values,
      sampleUnit: "values",
      conditions: { decisions, eventsMeanwhile: newEvents },
    });
    return example === undefined ? measured : { ...measured, note: example };
  },
});
