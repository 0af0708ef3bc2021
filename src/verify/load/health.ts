import { quantileOf } from "../../kit/interval.ts";
import type { GeneratorUse } from "./generator.ts";
import { ERROR_KINDS, type RequestRecords } from "./records.ts";

/** How the generator itself fared. */
export interface GeneratorHealth extends GeneratorUse {
  /** Milliseconds by which requests left after their intended time. */
  readonly sendLagP50Millis: number;
  readonly sendLagP99Millis: number;
  readonly sendLagMaxMillis: number;
  /** Requests that never left. */
  readonly unsent: number;
}

/** Beyond these the generator measures itself, not the server. */
export const SATURATION_LIMITS = {
  sendLagP99Millis: 5,
  /** Of the latency that is to be judged. */
  sendLagShareOfTarget: 0.1,
  loopDelayP99Millis: 20,
  cpuShare: 0.9,
} as const;

/**
 * How late requests left and what the generator used. Poisson arrivals look at the generator at fair moments, so the
 * lag of sending is also the lag with which answers are noticed.
 */
export function generatorHealth(records: RequestRecords, use: GeneratorUse): GeneratorHealth {
  const lag = records.sentMillis.map((sent, i) => sent - records.intendedMillis[i]!).filter((millis) => millis >= 0);
  lag.sort();
  const at = (quantile: number): number => (lag.length === 0 ? 0 : quantileOf(lag, quantile));
  const unsent = ERROR_KINDS.indexOf("unsent");
  return {
    ...use,
    sendLagP50Millis: at(0.5),
    sendLagP99Millis: at(0.99),
    sendLagMaxMillis: at(1),
    unsent: records.errorKind.filter((kind) => kind === unsent).length,
  };
}

/**
 * Why a run cannot be judged, in words, or `undefined` when the generator kept up.
 *
 * @param targetMillis  the latency that is to be judged, where there is one
 */
export function saturation(health: GeneratorHealth, targetMillis = Infinity): string | undefined {
  const lagLimit = Math.min(SATURATION_LIMITS.sendLagP99Millis, SATURATION_LIMITS.sendLagShareOfTarget * targetMillis);
  if (health.unsent > 0) return `the load generator could not send ${health.unsent} of its requests`;
  if (health.sendLagP99Millis > lagLimit) {
    return `the load generator sent late itself: p99 of its lag ${millis(health.sendLagP99Millis)}, limit ${millis(lagLimit)}`;
  }
  if (health.loopDelayP99Millis > SATURATION_LIMITS.loopDelayP99Millis) {
    return `the load generator noticed answers late: p99 of its event-loop delay ${millis(health.loopDelayP99Millis)}, limit ${millis(SATURATION_LIMITS.loopDelayP99Millis)}`;
  }
  if (health.cpuShare > SATURATION_LIMITS.cpuShare) {
    return `the load generator used ${Math.round(health.cpuShare * 100)} % of a core, limit ${SATURATION_LIMITS.cpuShare * 100} %`;
  }
  return undefined;
}

const millis = (value: number): string => `${value >= 10 ? value.toFixed(0) : value.toPrecision(2)} ms`;
