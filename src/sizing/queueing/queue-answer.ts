/**
 * What a queueing model says. Every model answers in this one shape, so that one can be held against another and
 * against the simulator.
 */
export interface QueueAnswer {
  /** The model and where it is from, in words. */
  readonly model: string;
  readonly exact: {
    /** Whether the means are exact under the model's assumptions, or an approximation. */
    readonly means: boolean;
    /** The same for the percentiles. */
    readonly percentiles: boolean;
  };
  /** Share of the servers' time that is busy, in [0, 1). */
  readonly utilisation: number;
  /** Share of requests that queue at all. */
  readonly waitProbability: number;
  /** Mean time in the queue, service excluded. */
  readonly meanWaitSeconds: number;
  /** Mean time from arrival to completion. */
  readonly meanResponseSeconds: number;
  /** Mean number waiting, by Little's law. */
  readonly meanQueueLength: number;
  /** The wait that a share of requests does not exceed; share in (0, 1). */
  waitPercentileSeconds(share: number): number;
  /** The response time that a share of requests does not exceed; share in (0, 1). */
  responsePercentileSeconds(share: number): number;
}

/** What a model works out itself; the rest follows by Little's law. */
export interface QueueFacts extends Omit<QueueAnswer, "meanResponseSeconds" | "meanQueueLength"> {
  /** Of the requests that are served. */
  readonly arrivalsPerSecond: number;
  readonly meanServiceSeconds: number;
}

/** Completes a model's answer by Little's law. */
export function queueAnswer({ arrivalsPerSecond, meanServiceSeconds, ...facts }: QueueFacts): QueueAnswer {
  return {
    ...facts,
    meanResponseSeconds: facts.meanWaitSeconds + meanServiceSeconds,
    meanQueueLength: arrivalsPerSecond * facts.meanWaitSeconds,
  };
}
