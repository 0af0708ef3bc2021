import { foldedAll, only, without } from "../fold.ts";
import { monitorsAsOne, pathAsOne } from "./folds.ts";
import { isOneOf, starts, type View } from "./view.ts";

/** From where facts come from to a model that is let out, and what flows back. */
export const dataAndTraining: View = {
  title: "data and training",
  zones: () => [
    { id: "source", name: "Sources", tone: "source" },
    { id: "offline", name: "Data and features", tone: "offline" },
    { id: "training", name: "Labels, training, release", tone: "training" },
    { id: "online", name: "Serving", tone: "online" },
    { id: "monitoring", name: "Feedback", tone: "feedback" },
  ],
  choose: (all, design) => {
    const seen = without(
      all,
      (part) =>
        isOneOf("skew", "experiment", "on-call")(part) || starts("watch:", "alarm:", "retrieve:", "precompute:")(part),
    );
    const parts = foldedAll(seen, [pathAsOne(design), ...monitorsAsOne(design)]);
    return only(
      parts,
      (part) =>
        design.data !== undefined ||
        design.features !== undefined ||
        design.model !== undefined ||
        part.plane === "source",
    );
  },
  zoneOf: ({ plane }) => plane,
};
