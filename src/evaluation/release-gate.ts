import type { Interval } from "../kit/interval.ts";
import { bootstrapDifference, type BootstrapOptions, type DifferenceEstimate, type Estimate } from "./bootstrap.ts";
import { listValues, type ListTruth, type RankerLists } from "./list-values.ts";
import { parseMetric, type NamedMetric } from "./parse-metric.ts";

export interface ReleaseQuestion extends BootstrapOptions {
  readonly candidate: RankerLists;
  readonly baseline: RankerLists;
  readonly truth: ListTruth;
  /** As a design writes it, such as `ndcg@10`. */
  readonly metric: string;
  /** How far the candidate must be ahead, as a share of the baseline: 0.2 for `20% relative`. */
  readonly minimumRelativeMargin?: number | undefined;
  /** Below this many units no interval is trusted and nothing is released. */
  readonly minimumUnits?: number | undefined;
}

export interface ReleaseDecision {
  readonly released: boolean;
  /** A whole sentence with the numbers. */
  readonly because: string;
  /** Candidate − baseline on the same lists. */
  readonly difference: DifferenceEstimate;
  /** The interval that decided: of the relative difference where a margin was asked for, else of the difference. */
  readonly interval: Interval;
}

/** Fewer units than this are too few for a bootstrap interval to be near its stated confidence. */
export const defaultMinimumUnits = 30;

/**
 * Whether a candidate may replace what serves now: only when the whole paired interval of the difference lies on the
 * good side of zero, or beyond the margin where one is asked for.
 *
 * @throws {Problem} `evaluation/unknown-metric`, `evaluation/bad-cutoff`, `evaluation/not-per-list`, `evaluation/no-lists`
 */
export function releaseGate(question: ReleaseQuestion): ReleaseDecision {
  const metric = parseMetric(question.metric);
  const { candidate, baseline, truth, minimumRelativeMargin: margin } = question;
  const { values, units } = listValues([candidate, baseline], truth, metric);
  const [a, b] = [values[0]!, values[1]!];
  const difference = bootstrapDifference({ a, b, units }, question);
  const judged = margin === undefined ? difference : (difference.relative ?? difference);
  const wanted = difference.relative ? (margin ?? 0) : 0;
  const enough = difference.unitCount >= (question.minimumUnits ?? defaultMinimumUnits);
  const released = enough && isBeyond(judged.interval, wanted, metric.metric.higherIsBetter);
  const because = enough ? reason(question, metric, difference, released) : tooFewUnits(question, difference);
  return { released, because, difference, interval: judged.interval };
}

function isBeyond({ low, high }: Interval, margin: number, higherIsBetter: boolean): boolean {
  return higherIsBetter ? low > margin : high < -margin;
}

function reason(
  { candidate, baseline, minimumRelativeMargin: margin }: ReleaseQuestion,
  { text }: NamedMetric,
  difference: DifferenceEstimate,
  released: boolean,
): string {
  const bar = margin ? `the ${percent(margin)} that are asked for` : "zero";
  return [
    `${candidate.name} differs from ${baseline.name} by ${spread(difference, signed)} in ${text}`,
    difference.relative ? ` (relative: ${spread(difference.relative, percent)})` : "",
    `, over ${difference.unitCount} units: `,
    released ? `the whole interval is beyond ${bar}.` : `the interval is not wholly beyond ${bar}.`,
  ].join("");
}

function tooFewUnits(question: ReleaseQuestion, { unitCount }: DifferenceEstimate): string {
  const least = question.minimumUnits ?? defaultMinimumUnits;
  return `The lists come from ${unitCount} units, and below ${least} an interval cannot be trusted.`;
}

function spread({ value, interval }: Estimate, show: (value: number) => string): string {
  const confidence = Number((100 * interval.confidence).toPrecision(6));
  return `${show(value)} [${show(interval.low)}, ${show(interval.high)}; ${confidence}%]`;
}

const signed = (value: number): string => `${value < 0 ? "" : "+"}${value.toFixed(4)}`;
const percent = (share: number): string => `${share < 0 ? "" : "+"}${(100 * share).toFixed(1)}%`;
