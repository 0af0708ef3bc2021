import { binomialInterval, quantileOf } from "../kit/interval.ts";
import type { Conditions, Measurement } from "./claim-shape.ts";
import { designEffect, effectiveShareInterval } from "./effective-sample.ts";
import { saturation } from "./load/health.ts";
import type { LoadResult } from "./load/offer-load.ts";
import { ERROR_KINDS } from "./load/records.ts";
import { percentileMeasurement } from "./percentile.ts";
import { countOf, countText } from "./report/number-text.ts";

export { percentileMeasurement, samplesNeeded, type LatencySeries } from "./percentile.ts";

/** What a measurement of a load needs beside the load. */
export interface LoadFactsForMeasurement {
  readonly conditions: Conditions;
  readonly seed: number | string;
  /** The latency that is to be judged: where the generator's lag could decide, it must have been ten times as punctual. */
  readonly targetMillis?: number;
}

/**
 * A percentile of the latency under a load, failed requests counted as at least the timeout; refused where the
 * generator itself was saturated.
 */
export function latencyMeasurement(load: LoadResult, quantile: number, facts: LoadFactsForMeasurement): Measurement {
  const measured = percentileMeasurement(
    { latencyMillis: load.latencyMillis, intendedMillis: load.records.intendedMillis },
    { quantile, seed: facts.seed, conditions: { ...loadConditions(load), ...facts.conditions } },
  );
  const failed = load.errors === 0 ? undefined : failedNote(load);
  const note = [measured.note, failed].filter(Boolean).join("; ");
  const punctualFor = lagDecides(measured, load, quantile, facts.targetMillis) ? facts.targetMillis : undefined;
  return withRefusal({ ...measured, ...(note && { note }) }, saturation(load.generator, punctualFor));
}

/** A late generator only lengthens what it measures: it spoils no bound that is kept, and no breach by more than its lag. */
function lagDecides(
  { interval }: Measurement,
  { records }: LoadResult,
  quantile: number,
  targetMillis: number | undefined,
): boolean {
  if (!interval || targetMillis === undefined) return false;
  const lagMillis = records.sentMillis.map((sent, i) => Math.max(0, sent - records.intendedMillis[i]!)).sort();
  return interval.high > targetMillis && interval.low - quantileOf(lagMillis, quantile) <= targetMillis;
}

const failedNote = ({ errors, timeoutMillis }: LoadResult): string =>
  `${countOf(errors, "requests")} failed and count as at least ${countText(timeoutMillis)} ms`;

/** Share of requests that failed: no answer in time, no connection, a status of 400 or more, an unreadable answer. */
export function errorRateMeasurement(load: LoadResult, facts: LoadFactsForMeasurement): Measurement {
  const none = ERROR_KINDS.indexOf("none");
  return loadShare(load, facts, (i) => load.records.errorKind[i] !== none);
}

/** Share of requests that a fallback answered. */
export function fallbackMeasurement(load: LoadResult, facts: LoadFactsForMeasurement): Measurement {
  return loadShare(load, facts, (i) => load.records.fallback[i] === 1);
}

function loadShare(load: LoadResult, facts: LoadFactsForMeasurement, has: (i: number) => boolean): Measurement {
  const times = load.records.intendedMillis;
  let count = 0;
  for (let i = 0; i < times.length; i++) if (has(i)) count++;
  const interval = times.length === 0 ? null : effectiveShareInterval(count, times.length, designEffect(times, has));
  const measured: Measurement = {
    value: count / times.length,
    interval,
    unit: "share",
    sampleSize: times.length,
    sampleUnit: "requests",
    conditions: { ...loadConditions(load), ...facts.conditions },
  };
  return withRefusal(measured, saturation(load.generator, facts.targetMillis));
}

function withRefusal(measured: Measurement, refusal: string | undefined): Measurement {
  return refusal === undefined ? measured : { ...measured, refusal };
}

/** The load as conditions of a measurement. */
export function loadConditions(load: LoadResult): Conditions {
  return {
    load: `${load.perSecond}/s`,
    arrivals: "Poisson, open loop",
    warmUpSeconds: load.warmUpSeconds,
    timeoutMillis: load.timeoutMillis,
    seed: load.seed,
  };
}

export interface ShareFacts {
  readonly count: number;
  readonly of: number;
  /** What was counted: `requests`, `households`. */
  readonly sampleUnit: string;
  readonly conditions: Conditions;
  readonly confidence?: number;
  readonly unit?: string;
}

/** A share of independent trials, with its exact interval. */
export function shareMeasurement({
  count,
  of,
  sampleUnit,
  conditions,
  confidence,
  unit = "share",
}: ShareFacts): Measurement {
  const base = { value: count / of, unit, sampleSize: of, sampleUnit, conditions };
  if (of === 0) return { ...base, interval: null, refusal: `there are no ${sampleUnit} to count` };
  return { ...base, interval: binomialInterval(count, of, confidence) };
}

/** A number that was counted in full, not sampled: its interval has no width. */
export function exactMeasurement(
  value: number,
  facts: Pick<Measurement, "unit" | "sampleSize" | "sampleUnit" | "conditions">,
): Measurement {
  return { value, interval: { low: value, high: value, confidence: 1 }, ...facts };
}
