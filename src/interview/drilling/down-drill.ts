import { failureOf } from "../../sizing/sized/index.ts";
import type { DrillOutcome, DrillSetting } from "../drill.ts";
import { pathDrill } from "./path-drill.ts";
import { nothingDrawn, stationsOf, subjectOf, type Target } from "./subject.ts";

/** A part of the path turns everybody away. */
export function downDrill(target: Target & { readonly what: string }) {
  return (setting: DrillSetting): DrillOutcome => {
    const subject = subjectOf(setting);
    if (!subject)
      return nothingDrawn([`No request path is drawn, so nobody can say what happens without the ${target.what}.`]);
    const stations = stationsOf(subject, setting, target);
    const { peakPerSecond } = subject;
    if (stations.length === 0)
      return nothingDrawn(
        [`The ${subject.from} shows no ${target.what} on the request path, so requests do not meet this fault.`],
        peakPerSecond,
      );
    const [first] = stations;
    const opens = `The ${target.what} is down: ${stations.join(", ")} ${stations.length === 1 ? "answers" : "answer"} nobody, at ${Number(peakPerSecond.toPrecision(3))} requests/s.`;
    const found = pathDrill(subject, setting, { fault: { down: stations }, opens });
    const { oneCopyLost: loss } = failureOf(subject.evaluation, first!);
    if (!loss) return found;
    const says = `If only one of its ${loss.copies} copies were lost, the others would be ${Math.round(loss.after * 100)}% busy instead of ${Math.round(loss.before * 100)}%.`;
    return { ...found, says: [...found.says, says] };
  };
}
