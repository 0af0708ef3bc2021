import type { Design } from "../../design/design.ts";
import { defineAdvice, type NotYet, type PlainValue, type Proposal } from "../advice.ts";
import { because, facts, fill, needs, those, unless } from "../facts.ts";
import { labelDelay } from "../figures/labels.ts";
import { averageRate } from "../figures/load.ts";
import { rawInputs } from "../figures/shape.ts";
import { count, daySeconds, duration, stepUp } from "../units.ts";

/** The usual alarm: 0.1 to 0.2 is a small shift, above it a large one (Siddiqi 2006, Credit Risk Scorecards, ch. 9). */
const psiAlarm = 0.2;
/**
 * PSI over 10 bins of n rows is noise of size χ²(9) / n; its 95% point is 16.9 / n (Yurdakul 2018). With noise a tenth
 * of the alarm, n = 16.9 / 0.02 = 845.
 */
const rowsPerWindow = 845;
const windows = [3600, 21_600, daySeconds, 7 * daySeconds, 30 * daySeconds] as const;

/** How much live data one comparison takes, at least an hour. */
export const driftWindow = (rowsPerSecond: number): number => stepUp(rowsPerWindow / rowsPerSecond, windows);

function propose(design: Design): Proposal | NotYet {
  const average = averageRate(design);
  if (!average)
    return needs([
      "requirements.scale.requests.average",
      "how many rows a window holds decides which distance is noise",
    ]);
  const over = driftWindow(average.value);
  const delay = labelDelay(design);
  const vectors = rawInputs(design);
  const watch = (of: string, test = "psi"): PlainValue => ({ of, test, alarm: `> ${psiAlarm}`, over: duration(over) });
  const tests = [watch("features"), watch("scores"), ...(delay ? [watch("labels")] : [])];
  return {
    recommend: `Watch features and scores by PSI above ${psiAlarm}, over ${duration(over)} of live rows`,
    reasons: those(
      because(
        `${count(average.value * over)} rows a window leave noise below ${((psiAlarm / 10) * Math.min(1, rowsPerWindow / (average.value * over))).toPrecision(1)}`,
        average.facts,
      ),
      delay &&
        because(
          `outcomes take ${duration(delay.value)}, so drift of inputs is seen before loss of quality`,
          delay.facts,
        ),
      vectors.length > 0 && because("texts, pictures or vectors need a distance between embeddings as well", vectors),
    ),
    alternatives: [
      unless("Kolmogorov-Smirnov", "a window holds a few hundred rows, too few for ten bins"),
      unless("an alarm calibrated on quiet weeks", "weekly rhythm alone moves a feature by more than the alarm"),
      unless("decay of the metric alone", "outcomes arrive within a day"),
    ],
    consequence:
      "An alarm opens a ticket and a retraining, not a page: inputs may move without the answer getting worse.",
    edits: those(fill(design, "monitoring.drift", tests)),
    confidence: facts(design, "requirements.scale.requests.average").length > 0 ? "firm" : "likely",
  };
}

export default defineAdvice({
  id: "drift",
  stage: "monitoring",
  asks: "How is it noticed that live data is no longer what the model was trained on?",
  propose,
});
