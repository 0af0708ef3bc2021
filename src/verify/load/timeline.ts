import { quantileOf } from "../../kit/interval.ts";
import { ERROR_KINDS, latenciesMillis, type RequestRecords } from "./records.ts";

/** One second of intended time. */
export interface LoadSecond {
  /** Seconds since the first judged request was due, 0 for the first. */
  readonly second: number;
  readonly requests: number;
  readonly errors: number;
  readonly fallbacks: number;
  /** `null` in a second without requests. */
  readonly p50Millis: number | null;
  readonly p99Millis: number | null;
}

/**
 * The run second by second, each request in the second in which it was due.
 *
 * @param startMillis  intended time at which second 0 begins
 */
export function loadTimeline(records: RequestRecords, timeoutMillis: number, startMillis: number): LoadSecond[] {
  const latencies = latenciesMillis(records, timeoutMillis);
  const seconds: number[][] = [];
  records.intendedMillis.forEach((intended, i) => {
    const second = Math.floor((intended - startMillis) / 1000);
    while (seconds.length <= second) seconds.push([]);
    seconds[second]!.push(i);
  });
  return seconds.map((members, second) => {
    const sorted = Float64Array.from(members, (i) => latencies[i]!).sort();
    return {
      second,
      requests: members.length,
      errors: members.filter((i) => records.errorKind[i] !== ERROR_KINDS.indexOf("none")).length,
      fallbacks: members.filter((i) => records.fallback[i] === 1).length,
      p50Millis: sorted.length === 0 ? null : quantileOf(sorted, 0.5),
      p99Millis: sorted.length === 0 ? null : quantileOf(sorted, 0.99),
    };
  });
}
