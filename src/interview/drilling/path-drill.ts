import type { DrillOutcome, DrillSetting } from "../drill.ts";
import { durationText } from "../../kit/quantity.ts";
import type { Fault } from "./fault.ts";
import type { Subject } from "./subject.ts";
import { tryFault, type Tried } from "./try-fault.ts";

/** Runs a path as it is and with a fault, and says what changed. */
export function pathDrill(
  subject: Subject,
  { random, statements, board }: DrillSetting,
  { fault, opens, assumed = [] }: { fault: Fault; opens: string; assumed?: readonly string[] },
): DrillOutcome {
  const before = tryFault(subject, {}, random.stream("before"));
  const after = tryFault(subject, fault, random.stream("with the fault"));
  const spoken = statements.find(
    ({ topic, manner, from }) => topic === "fallback" && manner === "said" && from === "words",
  );
  const drawn = subject.document.design.serving?.fallback !== undefined || board.boxes.some((box) => box.fallback);
  return {
    ...after,
    assumed: [...subject.assumed, ...assumed],
    says: [
      opens,
      ...outcome(subject, after),
      ...slower(before, after),
      ...overload(after),
      ...(after.failedShare > 0 && spoken && !drawn
        ? [`You spoke of a fallback (“${spoken.quote.text}”), but none is drawn, and what is drawn was run.`]
        : []),
    ],
  };
}

const percent = (share: number): string => {
  const hundred = share * 100;
  return hundred > 0 && hundred < 1 ? "under 1%" : `${Math.round(hundred)}%`;
};
const rate = (perSecond: number): string => `${Number(perSecond.toPrecision(3))}/s`;

function outcome({ document, from }: Subject, { failedShare, fallbackShare, requestsPerSecond }: Tried): string[] {
  const names = (document.design.serving?.fallback ?? []).map((one) => (typeof one === "string" ? one : one.other));
  const covered =
    fallbackShare > 0
      ? [`${percent(fallbackShare)} get a poorer answer${names.length > 0 ? ` (${names.join(", then ")})` : ""}.`]
      : [];
  if (failedShare === 0) return ["No request fails.", ...covered];
  const lost = `${percent(failedShare)} of requests fail: about ${rate(failedShare * requestsPerSecond)} of ${rate(requestsPerSecond)}.`;
  const none = fallbackShare === 0 ? [`The ${from} shows no fallback that would answer them.`] : [];
  return [lost, ...covered, ...none];
}

function slower(before: Tried, after: Tried): string[] {
  if (before.p99Millis === undefined || after.p99Millis === undefined) return [];
  return [
    `The p99 of answered requests goes from ${durationText(before.p99Millis / 1000)} to ${durationText(after.p99Millis / 1000)}.`,
  ];
}

const overload = ({ overloaded }: Tried): string[] =>
  overloaded.length === 0
    ? []
    : [
        `Over what they can do: ${overloaded.map(({ name, utilisation }) => `${name} at ${percent(utilisation)}`).join(", ")}.`,
      ];
