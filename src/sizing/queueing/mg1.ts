import { gammaUpperTail } from "../../kit/incomplete-gamma.ts";
import { checkInside } from "../check-range.ts";
import { checkDistribution } from "../distribution/check.ts";
import { percentileFromTail, type UpperTail } from "../distribution/cdf.ts";
import type { Distribution } from "../distribution/distribution.ts";
import { rawMoments } from "../distribution/moments.ts";
import { sumPercentile } from "./sum-percentile.ts";
import { queueAnswer, type QueueAnswer } from "./queue-answer.ts";
import { stableQueue } from "./stable-queue.ts";

/** Poisson arrivals at one server. */
export interface GeneralQueue {
  readonly arrivalsPerSecond: number;
  readonly service: Distribution;
}

/**
 * Poisson arrivals, any service time, one server. The means are exact (Pollaczek–Khinchine). Percentiles are an
 * approximation: the wait of those who wait is taken to be gamma distributed with its exact first two moments
 * (Takács), and the response is that wait and an independent service, convolved on a grid.
 *
 * @throws {Problem} `sizing/out-of-range`; `sizing/unstable-queue` when λE[S] ≥ 1
 * @see Kleinrock, Queueing Systems vol. 1 (1975), §5.6–5.7; Takács (1962), the recurrence for moments of the wait
 */
export function mg1({ arrivalsPerSecond, service }: GeneralQueue): QueueAnswer {
  checkDistribution(service);
  const moments = rawMoments(service);
  const { utilisation } = stableQueue({ arrivalsPerSecond, serviceSeconds: moments.first });
  const mean = (arrivalsPerSecond * moments.second) / (2 * (1 - utilisation));
  const second = 2 * mean ** 2 + (arrivalsPerSecond * moments.third) / (3 * (1 - utilisation));
  const wait = gammaWait(utilisation, mean, second);
  return queueAnswer({
    model: "M/G/1 (Pollaczek–Khinchine; percentiles by a gamma fit to two moments)",
    exact: { means: true, percentiles: false },
    utilisation,
    waitProbability: utilisation,
    meanWaitSeconds: mean,
    arrivalsPerSecond,
    meanServiceSeconds: moments.first,
    waitPercentileSeconds(share) {
      checkInside({ share });
      return percentileFromTail(wait, share, mean);
    },
    responsePercentileSeconds: (share) => sumPercentile([{ tail: wait, scaleSeconds: mean }, service], share),
  });
}

/** 0 with probability 1 − p; else gamma, so that the whole has the given mean and second moment. */
function gammaWait(waitProbability: number, mean: number, second: number): UpperTail {
  const conditionalMean = mean / waitProbability;
  const variance = second / waitProbability - conditionalMean ** 2;
  const shape = conditionalMean ** 2 / variance;
  return (seconds) => waitProbability * gammaUpperTail(shape, (seconds * shape) / conditionalMean);
}
