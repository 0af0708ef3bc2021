import { quantileOf } from "../kit/interval.ts";
import type { Distribution } from "../sizing/distribution/distribution.ts";
import { figure } from "../sizing/sized/index.ts";
import { answerPath } from "../sizing/sized/response.ts";
import type { SizedPath, SizedStation } from "../sizing/sized/stations.ts";
import type { LoadObservation } from "./observed-load.ts";

/** What sizing says of a load from the times of another one, beside what was measured there. */
export interface Prediction {
  /** `at peak`. */
  readonly name: string;
  readonly perSecond: number;
  /** Load whose times were taken. */
  readonly fromPerSecond: number;
  /** Share of its time that the thread that answers is busy. */
  readonly busy: Pair;
  readonly p50Millis: Pair;
  readonly p99Millis: Pair;
  /** Why the measured side cannot be judged. */
  readonly refusal?: string | undefined;
}

export interface Pair {
  /** Infinity where more arrives than can be done. */
  readonly predicted: number;
  readonly measured: number;
}

/** Further off than this, and it is said. */
export const predictionTolerance = 0.2;

/** Predicted over measured; 1 is right. */
export const ratioOf = ({ predicted, measured }: Pair): number => predicted / measured;

/** A prediction of `measured` from the times of `from`. */
export function predictionOf(from: LoadObservation, { at, load, busy }: LoadObservation): Prediction {
  const { perSecond } = load;
  const answer = answerPath(calibratedPath(from, perSecond), perSecond);
  const times = load.latencyMillis.toSorted();
  const pair = (name: "p50" | "p99", share: number): Pair => ({
    predicted: answer.wholeSeconds ? answer.wholeSeconds[name] * 1000 : Infinity,
    measured: quantileOf(times, share),
  });
  return {
    name: `at ${at}`,
    perSecond,
    fromPerSecond: from.load.perSecond,
    busy: { predicted: answer.stations[0]!.utilisation, measured: busy.share },
    p50Millis: pair("p50", 0.5),
    p99Millis: pair("p99", 0.99),
    ...(load.saturated !== undefined && { refusal: load.saturated }),
  };
}

/** Work of the thread that answers for one request: what it does with no request at all is taken off. */
const workMillis = ({ busy, load }: LoadObservation): number =>
  Math.max(1e-3, (1000 * (busy.share - busy.idleShare)) / load.perSecond);

/** Requests a second at which the thread that answers has no time left. */
export const predictedCapacity = (from: LoadObservation): number =>
  (1000 * (1 - from.busy.idleShare)) / workMillis(from);

/**
 * The process as queueing sees it: one thread, busy for a measured time with each request and spread as the steps on it
 * are, behind which requests wait; and everything else that a request takes (the ranking worker, the network, pauses),
 * which does not depend on the load: what callers saw at the low load, less the work of the thread.
 */
export function calibratedPath(from: LoadObservation, perSecond: number): SizedPath {
  const { load, logged, busy } = from;
  const millis = workMillis(from);
  const { rank: _, ...onThread } = logged.stepMillis;
  const work = scaledTo(millis, sums(Object.values(onThread)));
  const rest = [...load.latencyMillis].map((whole) => Math.max(1e-3, whole - millis));
  const rate = figure(load.perSecond, "/s", { kind: "measured", what: "the load that was offered" });
  const background = (1000 * busy.idleShare) / (perSecond * millis);
  return {
    traffic: { average: rate, peak: rate },
    hits: undefined,
    stations: [station("thread", work, 1, background), station("beside", rest, Infinity, 0)],
    pools: [],
    targetUtilisation: rate,
    arrivalVariation: 1,
  };
}

/** Sums of the steps of each request; requests that ended early have fewer. */
function sums(steps: readonly Float64Array[]): number[] {
  const longest = Math.max(0, ...steps.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => steps.reduce((sum, millis) => sum + (millis[at] ?? 0), 0));
}

function scaledTo(mean: number, values: readonly number[]): number[] {
  const now = values.reduce((sum, value) => sum + value, 0) / values.length;
  return now > 0 ? values.map((value) => Math.max(1e-3, (value * mean) / now)) : [mean];
}

function station(name: string, millis: readonly number[], servers: number, otherWork: number): SizedStation {
  const valuesSeconds = millis.map((one) => one / 1000);
  const mean = valuesSeconds.reduce((sum, one) => sum + one, 0) / valuesSeconds.length;
  const seconds = figure(mean, "s", { kind: "measured", what: `${millis.length} requests` });
  const distribution: Distribution = { kind: "empirical", valuesSeconds };
  return {
    name,
    step: 0,
    time: { p50Seconds: seconds, p99Seconds: seconds, meanSeconds: seconds, distribution },
    servers,
    shards: 1,
    otherWork,
    resource: name,
    pool: undefined,
    replicas: undefined,
  };
}
