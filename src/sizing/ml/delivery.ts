import { checkNotNegative, checkPositive, checkShare } from "../check-range.ts";

export interface FleetDelivery {
  readonly modelBytes: number;
  readonly devices: number;
  readonly releasesPerMonth: number;
  /** Bytes sent per release over the model's, e.g. 0.1 for deltas; 1 when absent. */
  readonly sentShare?: number;
  /** Share of devices that take a release; 1 when absent. */
  readonly reached?: number;
}

/** Bytes that leave the network per month to keep a model on a fleet of devices up to date. */
export function fleetBytesPerMonth(delivery: FleetDelivery): number {
  const { modelBytes, devices, releasesPerMonth, sentShare = 1, reached = 1 } = delivery;
  checkPositive({ modelBytes });
  checkNotNegative({ devices, releasesPerMonth });
  checkShare({ sentShare, reached });
  return modelBytes * sentShare * devices * reached * releasesPerMonth;
}

export interface ColdStart {
  readonly modelBytes: number;
  /** Slowest link on the way from storage to memory. */
  readonly bytesPerSecond: number;
  /** Process start, imports, placement. */
  readonly startSeconds: number;
  /** Requests and compilation until it is as fast as it will be. */
  readonly warmUpSeconds: number;
}

/** Seconds from asking for a replica to its first request at full speed. */
export function coldStartSeconds({ modelBytes, bytesPerSecond, startSeconds, warmUpSeconds }: ColdStart): number {
  checkPositive({ bytesPerSecond });
  checkNotNegative({ modelBytes, startSeconds, warmUpSeconds });
  return startSeconds + modelBytes / bytesPerSecond + warmUpSeconds;
}
