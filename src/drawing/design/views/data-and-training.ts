import { cut, foldedAll, only, without } from "../fold.ts";
import type { Flow } from "../part.ts";
import { modelsAsOne, monitorsAsOne, pathAsOne } from "./folds.ts";
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
    const parts = foldedAll(cut(seen, throughJoin), [
      pathAsOne(design),
      ...modelsAsOne(seen),
      ...monitorsAsOne(design),
    ]);
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

/** Labels go to the training set here; that they are joined to decisions is drawn once. */
const throughJoin = ({ from, to }: Flow): boolean => from.startsWith("label:") && to === "label-join";
