/** How a request can fail, as the generator saw it; a record holds the index. */
export const ERROR_KINDS = ["none", "timeout", "connection", "status", "body", "unsent"] as const;
export type ErrorKind = (typeof ERROR_KINDS)[number];

/** One entry per request of the schedule; milliseconds count from the start of the load, NaN = it never happened. */
export interface RequestRecords {
  readonly intendedMillis: Float64Array;
  readonly sentMillis: Float64Array;
  readonly doneMillis: Float64Array;
  /** HTTP status, 0 where no answer came. */
  readonly status: Uint16Array;
  /** 1 where the answer said that a fallback gave it. */
  readonly fallback: Uint8Array;
  /** Index into `ERROR_KINDS`. */
  readonly errorKind: Uint8Array;
}

/** Records of requests that have not been sent yet. */
export function emptyRecords(intendedMillis: Float64Array): RequestRecords {
  const count = intendedMillis.length;
  return {
    intendedMillis,
    sentMillis: new Float64Array(count).fill(NaN),
    doneMillis: new Float64Array(count).fill(NaN),
    status: new Uint16Array(count),
    fallback: new Uint8Array(count),
    errorKind: new Uint8Array(count).fill(ERROR_KINDS.indexOf("unsent")),
  };
}

/** The records from one index on. */
export function recordsFrom(records: RequestRecords, first: number): RequestRecords {
  return {
    intendedMillis: records.intendedMillis.slice(first),
    sentMillis: records.sentMillis.slice(first),
    doneMillis: records.doneMillis.slice(first),
    status: records.status.slice(first),
    fallback: records.fallback.slice(first),
    errorKind: records.errorKind.slice(first),
  };
}

/**
 * Milliseconds from the moment a request should have left to its last byte, so that a stall counts for every request
 * it held up, not only for the one that met it.
 *
 * A failed request counts as at least the timeout: an error that comes quickly must not improve a percentile.
 *
 * @see Tene, "How NOT to measure latency" (2013): coordinated omission
 */
export function latenciesMillis(records: RequestRecords, timeoutMillis: number): Float64Array {
  return records.intendedMillis.map((intended, i) => {
    const seen = records.doneMillis[i]! - intended;
    return records.errorKind[i] === 0 ? seen : Math.max(timeoutMillis, Number.isNaN(seen) ? 0 : seen);
  });
}
