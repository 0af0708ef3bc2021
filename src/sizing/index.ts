/** The room's surface: closed forms, the simulator, experiment length, the mechanics of machine learning, prices. */
export type { Distribution } from "./distribution/distribution.ts";
export { hyperexponentialOf, lognormalOf } from "./distribution/fitted.ts";
export { meanSecondsOf, rawMoments, squaredVariation } from "./distribution/moments.ts";
export { percentileSecondsOf } from "./distribution/cdf.ts";
export type { QueueAnswer } from "./queueing/queue-answer.ts";
export type { Queue } from "./queueing/stable-queue.ts";
export { erlangB, erlangC } from "./queueing/erlang.ts";
export { mm1, mmc } from "./queueing/mmc.ts";
export { mg1, type GeneralQueue } from "./queueing/mg1.ts";
export { md1 } from "./queueing/md1.ts";
export { ggc, type VariableQueue } from "./queueing/ggc.ts";
export { mmck, type FiniteQueue, type FiniteQueueAnswer } from "./queueing/mmck.ts";
export { forkJoin, type ForkJoin, type ForkJoinAnswer } from "./queueing/fork-join.ts";
export { harmonic, maxMeanSeconds, maxPercentileSeconds } from "./queueing/max-of.ts";
export { batchCapacity, batching, type BatchAnswer, type BatchServer } from "./queueing/batching.ts";
export { sumOfSteps, type SumOfSteps } from "./queueing/sum-of-steps.ts";
export {
  replicasForPercentile,
  replicasForUtilisation,
  type PercentileTarget,
  type ReplicaNeed,
} from "./queueing/replicas.ts";
export { lruHitRate, type ZipfCache } from "./queueing/lru-hits.ts";
export { layeredAmplification, retryAmplification, retryStorm, type RetryAnswer } from "./queueing/retries.ts";
export type { Arrivals, Batch, Flow, Network, Station, Step } from "./simulator/network.ts";
export {
  simulate,
  type SimulatedFlow,
  type SimulatedStation,
  type SimulatedTimes,
  type SimulateOptions,
  type Simulation,
} from "./simulator/simulate.ts";
export type { Estimate } from "./simulator/estimate.ts";
export { meanArrivalsPerSecond } from "./simulator/arrival-sampler.ts";
export {
  designEffect,
  experimentLength,
  type ExperimentLength,
  type ExperimentPlan,
} from "./experiment/experiment-length.ts";
export { planLooks, type LookPlan, type Looks, type StoppingRule } from "./experiment/looks.ts";
export { significancePerArm, type ArmCorrection } from "./experiment/several-arms.ts";
export * from "./ml/batch-choice.ts";
export * from "./ml/delivery.ts";
export * from "./ml/language-model.ts";
export * from "./ml/review-queue.ts";
export * from "./ml/storage.ts";
export * from "./ml/training.ts";
export * from "./ml/vector-index.ts";
export * from "./price-book.ts";
