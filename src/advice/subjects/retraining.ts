import type { Design } from "../../design/design.ts";
import { defineAdvice, type NotYet, type PlainValue, type Proposal } from "../advice.ts";
import { because, fill, needs, those, unless } from "../facts.ts";
import type { Figure } from "../figures/figure.ts";
import { labelDelay, labelRate } from "../figures/labels.ts";
import { pace } from "../figures/stakes.ts";
import { count, daySeconds, duration, stepDown } from "../units.ts";

/** Twice per change, so that a model is never older than half of the time in which the pattern turns over. */
const trainingsPerChange = 2;
const cadences = [3600, 21_600, daySeconds, 7 * daySeconds, 30 * daySeconds, 90 * daySeconds] as const;
/** Fewer new rows than that do not move a model by more than chance: a share known to ± 3% takes 1 / 0.03² rows. */
const newRows = 1000;

/** Seconds between trainings: half of the pace of change, but not before enough new outcomes are there. */
export function cadence(changes: Figure, arriving: Figure | undefined): number {
  const wanted = changes.value / trainingsPerChange;
  const fed = arriving ? newRows / arriving.value : 0;
  const floor = cadences.find((step) => step >= fed) ?? cadences.at(-1)!;
  return Math.max(stepDown(wanted, cadences), floor);
}

/** The recommended time between trainings, as written; `undefined` while the pace of change is unknown. */
export function cadenceOf(design: Design): string | undefined {
  const changes = pace(design);
  return changes && duration(cadence(changes, labelRate(design)));
}

/** What starts a training: the clock, and drift. */
export const triggers = (every: string): PlainValue[] => {
  const gate = "not below the live model on the newest held-out part";
  return [
    { every, gate },
    { on: "drift", gate },
  ];
};

function propose(design: Design): Proposal | NotYet {
  const changes = pace(design);
  if (!changes)
    return needs([
      "requirements.changes",
      "how fast the pattern changes decides how old a model may be; say it with a unit of time",
    ]);
  const arriving = labelRate(design);
  const delay = labelDelay(design);
  const every = cadence(changes, arriving);
  return {
    recommend: `Retrain every ${duration(every)}, and when drift is seen`,
    reasons: those(
      because(`the pattern changes ${changes.how}`, changes.facts),
      arriving && because(`${count(arriving.value * every)} new outcomes arrive between two trainings`, arriving.facts),
      delay && because(`the newest ${duration(delay.value)} of decisions have no outcome yet`, delay.facts),
    ),
    alternatives: [
      unless("only when drift is seen", "training is dear, or three trainings in a row changed nothing"),
      unless("learning online", "half of the gain is lost within an hour of training"),
    ],
    consequence: "Each training passes the same gate as a release, and a failed one leaves the live model where it is.",
    edits: those(
      fill(design, "monitoring.retrain", triggers(duration(every))),
      fill(design, "model.train.every", duration(every)),
    ),
    confidence: arriving ? "firm" : "likely",
  };
}

export default defineAdvice({
  id: "retraining",
  stage: "monitoring",
  asks: "How old may a model become, and what starts the next training?",
  propose,
});
