import type { RoundRecord } from "../record.ts";
import type { Quote } from "../statement.ts";
import { about } from "./seen.ts";

/** A limit that was set for the whole answer. */
export interface LatencyBound {
  readonly quote: Quote;
  readonly seconds: number;
}

/** A limit of one step is no limit of the whole. */
const ofTheWhole = /\b(?:p9\d|percentile|end[- ]to[- ]end|overall|in total|latency|whole path|response time)\b/iu;

/** Limits of latency that a candidate set and did not take back. */
export function latencyBounds(record: RoundRecord): LatencyBound[] {
  return about(record, ["latency-requirement"])
    .filter(({ quote, supersededBy }) => supersededBy === undefined && ofTheWhole.test(quote.text))
    .flatMap(({ quote, quantities }) =>
      quantities
        .filter(({ kind, comparison }) => kind === "duration" && comparison === "<=")
        .map(({ value }) => ({ quote, seconds: value })),
    );
}
