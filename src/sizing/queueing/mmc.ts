import { checkInside } from "../check-range.ts";
import { percentileFromTail } from "../distribution/cdf.ts";
import { erlangC } from "./erlang.ts";
import { waitPercentile } from "./exponential-wait.ts";
import { queueAnswer, type QueueAnswer } from "./queue-answer.ts";
import { stableQueue, type Queue, type StableQueue } from "./stable-queue.ts";

/**
 * Poisson arrivals, exponential service, c servers, one queue: everything about it is exact.
 *
 * @throws {Problem} `sizing/out-of-range`; `sizing/unstable-queue` when λ/μ ≥ c
 * @see Kleinrock, Queueing Systems vol. 1 (1975), §3.5; the response time is the sum of a wait and a service
 * @example mmc({ arrivalsPerSecond: 180, serviceSeconds: 0.05, servers: 10 }).meanWaitSeconds // => 0.03343
 */
export function mmc(queue: Queue): QueueAnswer {
  const stable = stableQueue(queue);
  const waitProbability = erlangC(stable.load, stable.servers);
  const meanSeconds = stable.serviceSeconds / (stable.servers - stable.load);
  const tail = (seconds: number) => responseTail(stable, waitProbability, seconds);
  return queueAnswer({
    model: stable.servers === 1 ? "M/M/1" : "M/M/c (Erlang C)",
    exact: { means: true, percentiles: true },
    utilisation: stable.utilisation,
    waitProbability,
    meanWaitSeconds: waitProbability * meanSeconds,
    arrivalsPerSecond: stable.arrivalsPerSecond,
    meanServiceSeconds: stable.serviceSeconds,
    waitPercentileSeconds: (share) => waitPercentile({ waitProbability, meanSeconds }, share),
    responsePercentileSeconds(share) {
      checkInside({ share });
      return percentileFromTail(tail, share, stable.serviceSeconds);
    },
  });
}

/** One server: `mmc` with c = 1. */
export function mm1(queue: Omit<Queue, "servers">): QueueAnswer {
  return mmc({ ...queue, servers: 1 });
}

/**
 * P(wait + service > t): exp(−μt) (1 + P(W > 0) μt φ((θ − μ)t)) with θ = cμ − λ and φ(x) = (1 − exp(−x))/x, which
 * stays finite where θ = μ.
 */
function responseTail(queue: StableQueue, waitProbability: number, seconds: number): number {
  const services = seconds / queue.serviceSeconds;
  const gap = (queue.servers - queue.load - 1) * services;
  const phi = gap === 0 ? 1 : -Math.expm1(-gap) / gap;
  return Math.exp(-services) * (1 + waitProbability * services * phi);
}
