import type { Design } from "../../design/design.ts";
import type { PlainValue } from "../advice.ts";
import { latencyTarget } from "../figures/load.ts";
import { duration, leadingDigit } from "../units.ts";

/** Of a request's time, what steps may use together: a fifth stays for the network, queueing and the unexpected. */
export const usableShare = 0.8;
/** Of a request's time, what ranking may use: it is the step whose cost grows with the number of candidates. */
export const rankingShare = 0.5;
/**
 * Time for one candidate: a walk through a few hundred trees takes about 5 µs on one core; ten times that for looking
 * up and laying out its inputs beside other requests. Sizing replaces it by what was measured.
 */
export const perCandidateSeconds = 50e-6;
/** More than that and gathering inputs, not scoring, fills the request. */
const mostCandidates = 1000;

/** Candidates that ranking can score within its share of the request, to one leading digit. */
export function affordableCandidates(latencySeconds: number): number {
  const affordable = (latencySeconds * rankingShare) / perCandidateSeconds;
  return Math.max(10, leadingDigit(Math.min(mostCandidates, affordable)));
}

/** Steps with budgets that together stay within the usable share of the latency target; without budgets where there is none. */
export function stepsOf(design: Design, weights: Readonly<Record<string, number>>): PlainValue[] {
  const target = latencyTarget(design);
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  return Object.entries(weights).map(([step, weight]) => {
    const seconds = target && (target.value * usableShare * weight) / total;
    return seconds ? { step, p99: duration(Number(seconds.toPrecision(2))) } : { step };
  });
}
