import type { Design } from "../../../design/design.ts";
import { foldedAll, only } from "../fold.ts";
import type { Part } from "../part.ts";
import { labelsAsOne, pathAsOne, pipelinesAsOne } from "./folds.ts";
import { isOneOf, starts, type View } from "./view.ts";

const evidence = isOneOf("decision-log", "label-join", "labels");
const response = isOneOf("training-set", "trainer", "registry", "rollout");
const watched = isOneOf("path", "feature-store", "checks");

/** What is watched, what it is compared by, what sounds, who answers, and what flows back into training. */
export const monitoringAndFeedback: View = {
  title: "monitoring and feedback",
  zones: () => [
    { id: "watched", name: "What is watched", tone: "online" },
    { id: "evidence", name: "Evidence", tone: "source" },
    { id: "monitors", name: "Monitors", tone: "feedback" },
    { id: "alarms", name: "Alarms", tone: "product" },
    { id: "response", name: "Training and release", tone: "training" },
  ],
  choose: (all, design) => {
    if (!isMonitored(design)) return { parts: [], flows: [] };
    const parts = foldedAll(all, [
      { into: "registry", of: isOneOf("evaluation") },
      pathAsOne(design),
      ...labelsAsOne(design),
      ...pipelinesAsOne(design),
    ]);
    const kept = only(
      parts,
      (part) => watched(part) || evidence(part) || response(part) || part.plane === "monitoring",
    );
    return only(kept, ({ id }) => kept.flows.some(({ from, to }) => from === id || to === id) || kept.parts.length < 4);
  },
  zoneOf,
};

const isMonitored = ({ monitoring }: Design): boolean => monitoring !== undefined;

function zoneOf(part: Part): string {
  if (watched(part)) return "watched";
  if (evidence(part)) return "evidence";
  if (response(part)) return "response";
  return starts("alarm:", "on-call")(part) ? "alarms" : "monitors";
}
