import type { Design } from "../../../design/design.ts";
import type { GraphZone } from "../../graph.ts";
import { cut, folded, foldedAll, without, type Fold } from "../fold.ts";
import { flow, type Flow, type Parts } from "../part.ts";
import { sound } from "../whole.ts";
import {
  alarmsAsOne,
  idleModels,
  stepsIntoOwn,
  callsIntoSteps,
  labelsAsOne,
  monitorsAsOne,
  pipelinesAsOne,
  preparedAsOne,
  strayModels,
} from "./folds.ts";
import { isOneOf, starts, type View } from "./view.ts";

/** More cards than this are hard to read on one screen, so that more is folded together. */
const readable = 24;

const pathNames: Readonly<Partial<Record<NonNullable<NonNullable<Design["serving"]>["mode"]>, string>>> = {
  batch: "Batch run and delivery",
  "on-device": "On the device",
  streaming: "Online · stream",
};

export const planeZones = (design: Design): GraphZone[] => [
  { id: "source", name: "Sources", tone: "source" },
  { id: "offline", name: "Data and features", tone: "offline" },
  { id: "training", name: "Training and release", tone: "training" },
  { id: "online", name: pathNames[design.serving?.mode ?? "online"] ?? "Online · request path", tone: "online" },
  { id: "monitoring", name: "Monitoring and feedback", tone: "feedback" },
];

/** The whole system on one screen. */
export const overview: View = {
  title: "overview",
  zones: planeZones,
  choose: (all, design) => tightened(design, general(design, all)),
  zoneOf: ({ plane }) => plane,
};

function general(design: Design, all: Parts): Parts {
  const seen = without(
    cut(all, isDetail),
    (part) => isOneOf("tuning", "baseline", "off-policy", "guard", "skew")(part) || starts("watch:")(part),
  );
  const stray: Fold[] = design.serving?.path?.length
    ? idleModels(design, seen)
    : [{ into: "model:rank", of: starts("model:") }];
  const drawn = foldedAll(seen, [
    ...stray,
    ...callsIntoSteps(design, seen),
    ...stepsIntoOwn(design, seen),
    ...strayModels(design),
    ...pipelinesAsOne(design),
    ...preparedAsOne(design),
    ...labelsAsOne(design),
    ...monitorsAsOne(design),
    ...alarmsAsOne(design),
  ]);
  return heard(drawn);
}

/** Lines that a picture of the whole does without. */
const isDetail = ({ from, to, label }: Flow, at: number, all: readonly Flow[]): boolean =>
  (from === "rollout" && to === "experiment") ||
  (label === "outcomes" && to.startsWith("label:") && all.findIndex((other) => other.label === "outcomes") !== at);

/** What drifts sounds an alarm, where there are alarms. */
const heard = ({ parts, flows }: Parts): Parts => sound({ parts, flows: [...flows, flow("drift", "alarms")] });

/** Folds further, in the order of what is missed least, until the picture is readable. */
function tightened(design: Design, parts: Parts): Parts {
  const further: readonly Fold[] = [
    { into: "pipelines", of: starts("pipeline", "checks"), as: { name: "Checks and pipelines", icon: "rules" } },
    { into: "registry", of: isOneOf("evaluation"), as: { name: "Evaluation and registry" } },
    { into: "offline-features", of: starts("precompute"), as: { name: "Batch features and results" } },
    ...(design.monitoring?.alarms?.length
      ? [{ into: "alarms", of: isOneOf("drift"), as: { name: "Drift and alarms" } }]
      : []),
    { into: "feature-store", of: isOneOf("cache"), as: { name: "Feature store and cache" } },
    { into: "rollout", of: isOneOf("experiment"), as: { name: "Canary and experiment" } },
  ];
  return further.reduce((now, fold) => (now.parts.length > readable ? folded(now, { ...fold, least: 2 }) : now), parts);
}
