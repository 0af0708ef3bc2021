import { checkNotNegative } from "../check-range.ts";
import { checkDistribution } from "../distribution/check.ts";
import type { Distribution } from "../distribution/distribution.ts";
import { meanSecondsOf, squaredVariation } from "../distribution/moments.ts";
import { erlangC } from "./erlang.ts";
import { waitPercentile } from "./exponential-wait.ts";
import { queueAnswer, type QueueAnswer } from "./queue-answer.ts";
import { stableQueue } from "./stable-queue.ts";
import { sumPercentile } from "./sum-percentile.ts";

export interface VariableQueue {
  readonly arrivalsPerSecond: number;
  /** Variance over squared mean of the times between arrivals; 1 is Poisson, above it bursty; 1 when absent. */
  readonly arrivalVariation?: number;
  readonly service: Distribution;
  readonly servers: number;
}

/**
 * Any arrivals, any service time, c servers, by Allen and Cunneen's approximation: the wait of M/M/c times the mean of
 * both squared variations. Exact for M/M/c and for the mean of M/G/1; elsewhere an approximation that is good at high
 * load and for moderate variation (below about 4), and poor for bursty arrivals at low load. Who waits is taken from
 * Erlang C; how long, as exponential.
 *
 * @throws {Problem} `sizing/out-of-range`; `sizing/unstable-queue` when λE[S] ≥ c
 * @see Allen, Probability, Statistics and Queueing Theory (1990), §5.3
 */
export function ggc({ arrivalsPerSecond, arrivalVariation = 1, service, servers }: VariableQueue): QueueAnswer {
  checkDistribution(service);
  checkNotNegative({ arrivalVariation });
  const serviceSeconds = meanSecondsOf(service);
  const { load, utilisation } = stableQueue({ arrivalsPerSecond, serviceSeconds, servers });
  const variation = (arrivalVariation + squaredVariation(service)) / 2;
  const waitProbability = erlangC(load, servers);
  const wait = { waitProbability, meanSeconds: (variation * serviceSeconds) / (servers - load) };
  const tail = (seconds: number) =>
    wait.meanSeconds === 0 ? 0 : waitProbability * Math.exp(-seconds / wait.meanSeconds);
  return queueAnswer({
    model: "G/G/c (Allen–Cunneen approximation)",
    exact: { means: arrivalVariation === 1 && (servers === 1 || variation === 1), percentiles: false },
    utilisation,
    waitProbability,
    meanWaitSeconds: waitProbability * wait.meanSeconds,
    arrivalsPerSecond,
    meanServiceSeconds: serviceSeconds,
    waitPercentileSeconds: (share) => waitPercentile(wait, share),
    responsePercentileSeconds: (share) =>
      sumPercentile([{ tail, scaleSeconds: wait.meanSeconds || serviceSeconds }, service], share),
  });
}
