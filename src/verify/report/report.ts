import { quantileOf, type Interval } from "../../kit/interval.ts";
import { jsonText } from "../../kit/json.ts";
import { stages, type Stage } from "../../design/schema/design.ts";
import type { Conditions, Verdict } from "../claim-shape.ts";
import type { LoadResult } from "../load/offer-load.ts";
import type { Prediction } from "../prediction.ts";
import type { LoadSecond } from "../load/timeline.ts";

/** Everything a verification found: plain data, the source of the table, the page and the JSON evidence. */
export interface VerificationReport {
  /** Name of the design. */
  readonly design: string;
  /** The design's file, as places name it. */
  readonly file: string;
  /** When the verification began, epoch milliseconds. */
  readonly startedMillis: number;
  readonly tookSeconds: number;
  readonly verdicts: readonly Verdict[];
  /** Machine, seed, data version, versions of code and model. */
  readonly conditions: Conditions;
  readonly loads: readonly LoadReport[];
  readonly models: readonly ModelComparison[];
  /** What sizing said of a load from the times of another, beside what was measured. */
  readonly predictions: readonly Prediction[];
  /** Remarks that belong to the whole run. */
  readonly notes?: readonly string[];
}

/** One load that was offered. */
export interface LoadReport {
  /** Such as `at peak`. */
  readonly name: string;
  readonly perSecond: number;
  readonly requests: number;
  readonly errors: number;
  readonly fallbacks: number;
  /** Latency at rising shares of requests; failed requests count as at least the timeout. */
  readonly curve: readonly { readonly quantile: number; readonly millis: number }[];
  readonly timeline: readonly LoadSecond[];
  /** What was done to the system, and when. */
  readonly marks?: readonly { readonly second: number; readonly label: string }[];
  /** Latency targets that this load was judged against. */
  readonly targets?: readonly { readonly quantile: number; readonly millis: number }[];
  /** Why this load cannot be judged. */
  readonly refusal?: string;
}

/** Models on the same later data, on one metric. */
export interface ModelComparison {
  readonly metric: string;
  /** Such as `2,431 households, last 10 % of the time`. */
  readonly on?: string;
  readonly rows: readonly ModelRow[];
}

export interface ModelRow {
  readonly name: string;
  readonly value: number;
  readonly interval: Interval | null;
  /** `live` is the model that serves; a `ceiling` is the best that could be reached. */
  readonly role?: "baseline" | "candidate" | "live" | "ceiling";
  readonly note?: string;
}

/** The order in which a reader needs them. */
export const STATUSES = ["broken", "inconclusive", "holds", "untested"] as const;
export type Status = (typeof STATUSES)[number];

/** How many verdicts there are of each kind. */
export function statusCounts(verdicts: readonly Verdict[]): Readonly<Record<Status, number>> {
  const counts = { broken: 0, inconclusive: 0, holds: 0, untested: 0 };
  for (const { status } of verdicts) counts[status]++;
  return counts;
}

/** Stages that have verdicts, in the design's order; broken first within a stage, then by the order of the document. */
export function verdictsByStage(verdicts: readonly Verdict[]): { stage: Stage; verdicts: Verdict[] }[] {
  const rank = (verdict: Verdict): number => STATUSES.indexOf(verdict.status);
  return stages
    .map((stage) => ({
      stage,
      verdicts: verdicts.filter(({ claim }) => claim.stage === stage).sort((a, b) => rank(a) - rank(b)),
    }))
    .filter(({ verdicts }) => verdicts.length > 0);
}

/** `11 hold · 1 broken · 2 inconclusive · 6 untested`; a kind that does not occur is left out, `hold` never is. */
export function summaryText(verdicts: readonly Verdict[], separator = " · "): string {
  const counts = statusCounts(verdicts);
  const parts = [`${counts.holds} ${counts.holds === 1 ? "holds" : "hold"}`];
  for (const status of ["broken", "inconclusive", "untested"] as const) {
    if (counts[status] > 0) parts.push(`${counts[status]} ${status}`);
  }
  return parts.join(separator);
}

/** The report's view of a load: percentiles out to the longest tail its size supports, and the run by seconds. */
export function loadReport(
  name: string,
  load: LoadResult,
  more: Pick<LoadReport, "marks" | "targets"> = {},
): LoadReport {
  const sorted = load.latencyMillis.slice().sort();
  return {
    name,
    perSecond: load.perSecond,
    requests: load.requests,
    errors: load.errors,
    fallbacks: load.fallbacks,
    curve: curveQuantiles(sorted.length).map((quantile) => ({ quantile, millis: quantileOf(sorted, quantile) })),
    timeline: load.timeline,
    ...more,
    ...(load.saturated !== undefined && { refusal: load.saturated }),
  };
}

/** Ten points per decade of the tail, up to the last with at least ten requests beyond it. */
function curveQuantiles(count: number): number[] {
  const quantiles: number[] = [];
  for (let tenth = 0; count * 10 ** (-tenth / 10) >= 10; tenth++) quantiles.push(1 - 10 ** (-tenth / 10));
  return quantiles.map((quantile) => Math.max(quantile, 0.001));
}

/** The report as JSON evidence, written by `jsonText`. */
export function reportJson(report: VerificationReport): string {
  return `${jsonText(report, 2)}
`;
}
