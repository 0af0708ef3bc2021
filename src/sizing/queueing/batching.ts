import { Problem } from "../../kit/problem.ts";
import { checkCount, checkNotNegative, checkPositive } from "../check-range.ts";

/** A server that takes up to `maxBatch` waiting requests at once and needs `base + perItem × n` seconds for n of them. */
export interface BatchServer {
  readonly arrivalsPerSecond: number;
  readonly baseSeconds: number;
  readonly perItemSeconds: number;
  /** ≥ 1 */
  readonly maxBatch: number;
  /** How long the first of a batch may wait for others while the server is idle; 0 when absent. */
  readonly maxWaitSeconds?: number;
}

export interface BatchAnswer {
  /** What the server does with full batches. */
  readonly capacityPerSecond: number;
  /** Arrivals over capacity: 1 is the end. */
  readonly loadOfCapacity: number;
  /** The batch at which arrivals and service are in step, λa/(1 − λb), at least 1 and what waiting gathers; an estimate. */
  readonly typicalBatch: number;
  /** Share of time that the server works, at that batch; an estimate. */
  readonly utilisation: number;
  /**
   * Upper bound on the mean response, where nothing limits the batch and nobody waits for company; Inoue's paper finds
   * it close at all loads. `maxWaitSeconds` is added, which keeps it a bound.
   */
  readonly meanResponseBoundSeconds: number;
}

/**
 * Dynamic batching on one server with Poisson arrivals.
 *
 * @throws {Problem} `sizing/out-of-range`; `sizing/unstable-queue` when more arrives than full batches can serve
 * @see Inoue (2021), Queueing analysis of GPU-based inference servers with dynamic batching, Performance Evaluation 147
 */
export function batching(server: BatchServer): BatchAnswer {
  const { arrivalsPerSecond, baseSeconds, perItemSeconds, maxBatch, maxWaitSeconds = 0 } = server;
  checkPositive({ arrivalsPerSecond, baseSeconds });
  checkNotNegative({ perItemSeconds, maxWaitSeconds });
  checkCount({ maxBatch });
  const capacityPerSecond = batchCapacity({ baseSeconds, perItemSeconds, maxBatch });
  if (arrivalsPerSecond >= capacityPerSecond) throw tooMuch(server, capacityPerSecond);
  const typicalBatch = typical(server);
  return {
    capacityPerSecond,
    loadOfCapacity: arrivalsPerSecond / capacityPerSecond,
    typicalBatch,
    utilisation: Math.min(1, (arrivalsPerSecond / typicalBatch) * (baseSeconds + perItemSeconds * typicalBatch)),
    meanResponseBoundSeconds: maxWaitSeconds + inoueBound(server),
  };
}

/** Requests per second with full batches. */
export function batchCapacity({
  baseSeconds,
  perItemSeconds,
  maxBatch,
}: Omit<BatchServer, "arrivalsPerSecond">): number {
  return maxBatch / (baseSeconds + perItemSeconds * maxBatch);
}

function typical({ arrivalsPerSecond: rate, baseSeconds, perItemSeconds, maxBatch, maxWaitSeconds = 0 }: BatchServer) {
  const inStep = rate * perItemSeconds < 1 ? (rate * baseSeconds) / (1 - rate * perItemSeconds) : Infinity;
  return Math.min(maxBatch, Math.max(1, inStep, 1 + rate * maxWaitSeconds));
}

/** The smaller of the paper's two bounds, which are tight at low and at high load; Infinity where λb ≥ 1. */
function inoueBound({ arrivalsPerSecond: rate, baseSeconds: base, perItemSeconds: item }: BatchServer): number {
  if (rate * item >= 1) return Infinity;
  const atLow =
    ((item + base) / (2 * (1 - rate * item))) * (1 + 2 * rate * base + (1 - rate * base) / (1 + rate * item));
  const atHigh = (1.5 * base) / (1 - rate * item) + ((item / 2) * (rate * item + 2)) / (1 - (rate * item) ** 2);
  return Math.min(atLow, atHigh);
}

function tooMuch({ arrivalsPerSecond, maxBatch }: BatchServer, capacityPerSecond: number): Problem {
  const capacity = Number(capacityPerSecond.toPrecision(4));
  return new Problem({
    code: "sizing/unstable-queue",
    found: `batches of ${maxBatch} serve at most ${capacity} requests/s, but ${arrivalsPerSecond} arrive`,
    fix: `use ${Math.floor(arrivalsPerSecond / capacityPerSecond) + 1} such servers, or larger batches`,
  });
}
