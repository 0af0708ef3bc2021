import { percentileFromTail, upperTailOf, type UpperTail } from "../distribution/cdf.ts";
import type { Distribution } from "../distribution/distribution.ts";
import { normalQuantile } from "../../kit/normal.ts";
import { logSpread, meanSecondsOf } from "../distribution/moments.ts";
import { ggc } from "../queueing/ggc.ts";
import { cellAt, convolve, massesOfTail, plusExponential } from "../queueing/grid.ts";
import type { SizedPath, SizedStation } from "./stations.ts";
import { workTail } from "./work-tail.ts";

/** Times that a share of requests does not exceed, in seconds. */
export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly p999: number;
}

export interface StationAnswer {
  /** Visits of the path and other work, at each shard. */
  readonly arrivalsPerSecond: number;
  /** Share of its time that it is busy; 1 and above means that its queue grows without end. */
  readonly utilisation: number;
  readonly meanWaitSeconds: number;
  /** Wait and work; absent where the queue grows without end. */
  readonly responseSeconds?: Percentiles;
}

export interface PathAnswer {
  readonly stations: readonly StationAnswer[];
  /** From arrival to answer, steps independent of each other; absent where a queue grows without end. */
  readonly wholeSeconds?: Percentiles;
  /** The steps' percentiles added up: what it is when the steps are slow together. */
  readonly addedSeconds?: Percentiles;
}

const shares = { p50: 0.5, p95: 0.95, p99: 0.99, p999: 0.999 } as const;
const names = Object.keys(shares) as (keyof Percentiles)[];
const each = (of: (name: keyof Percentiles) => number): Percentiles =>
  Object.fromEntries(names.map((name) => [name, of(name)])) as unknown as Percentiles;

/** A quotient that near 1 is 1 but for rounding, and its queue grows. */
const full = 1 - 1e-9;

/** Of percentiles, relative: far below what the grids are off by. */
const precision = 1e-4;

/** Cells of grids whose answers are shown; only with so many are percentiles of single steps worked out. */
const fine = 512;

/** A cache answers from memory. */
const hitSeconds = 0.001;

/**
 * What the path does at a load, in closed form: each station by Allen and Cunneen's approximation, shards as the slowest
 * of independent ones, and the sum of the steps by convolution.
 *
 * @param requestsPerSecond  > 0, before the cache
 * @param cells              of the grids; fewer for searches, which ask for the whole path alone and need no third digit
 */
export function answerPath(path: SizedPath, requestsPerSecond: number, cells = fine): PathAnswer {
  const missed = requestsPerSecond * (1 - (path.hits?.value ?? 0));
  const found = path.stations.map((station) =>
    answerStation(
      station,
      { visitsPerSecond: station.step < 0 ? requestsPerSecond : missed, arrivalVariation: path.arrivalVariation },
      cells,
    ),
  );
  const stations = found.map(({ answer }) => answer);
  const onPath = found.filter((_, at) => path.stations[at]!.step >= 0);
  if (onPath.some(({ tail }) => !tail)) return { stations };
  const hits = path.hits?.value ?? 0;
  const wholeSeconds = withHits(hits, (share) => wholePercentiles(onPath as Settled[], share, cells));
  const addedSeconds = each((name) =>
    onPath.reduce((sum, { answer }) => sum + (answer.responseSeconds?.[name] ?? 0), 0),
  );
  return { stations, wholeSeconds, addedSeconds };
}

interface Settled {
  readonly answer: StationAnswer;
  readonly tail: UpperTail;
  readonly scaleSeconds: number;
}

interface Visits {
  readonly visitsPerSecond: number;
  readonly arrivalVariation: number;
}

function answerStation(
  station: SizedStation,
  { visitsPerSecond, arrivalVariation }: Visits,
  cells: number,
): Omit<Settled, "tail"> & { tail?: UpperTail } {
  const { time, servers, shards, otherWork } = station;
  const scaleSeconds = meanSecondsOf(time.distribution);
  const arrivalsPerSecond = visitsPerSecond * (1 + otherWork);
  const utilisation = servers === Infinity ? 0 : (arrivalsPerSecond * scaleSeconds) / servers;
  if (utilisation >= full)
    return { answer: { arrivalsPerSecond, utilisation, meanWaitSeconds: Infinity }, scaleSeconds };
  const one =
    servers === Infinity || utilisation < 1e-9
      ? { tail: workTail(time.distribution), meanWaitSeconds: 0 }
      : queued(station, { arrivalsPerSecond, arrivalVariation }, cells);
  const tail =
    shards === 1
      ? one.tail
      : (seconds: number) => -Math.expm1(shards * Math.log1p(-Math.min(one.tail(seconds), 1 - 1e-15)));
  if (cells < fine)
    return { answer: { arrivalsPerSecond, utilisation, meanWaitSeconds: one.meanWaitSeconds }, tail, scaleSeconds };
  const responseSeconds = each((name) => percentileFromTail(tail, shares[name], scaleSeconds, precision));
  return {
    answer: { arrivalsPerSecond, utilisation, meanWaitSeconds: one.meanWaitSeconds, responseSeconds },
    tail,
    scaleSeconds,
  };
}

/** Wait and work together, as a tail that is read off a grid. */
function queued(
  { time, servers }: SizedStation,
  arrivals: { arrivalsPerSecond: number; arrivalVariation: number },
  cells: number,
) {
  const { waitProbability, meanWaitSeconds } = ggc({ ...arrivals, service: time.distribution, servers });
  const service = workTail(time.distribution);
  if (waitProbability < 1e-5) return { tail: service, meanWaitSeconds };
  const mean = meanWaitSeconds / waitProbability;
  const longestWait = Math.max(0, Math.log(waitProbability / 5e-5) * mean);
  const end = longestWait + farSeconds(time.distribution);
  const width = end / cells;
  const sum = plusExponential(massesOfTail(service, width, cells), waitProbability, mean / width);
  return { tail: gridTail(sum, width), meanWaitSeconds };
}

/** What 5 in 100,000 exceed; a lognormal's without search. */
function farSeconds(service: Distribution): number {
  if (service.kind !== "lognormal")
    return percentileFromTail(upperTailOf(service), 0.99995, meanSecondsOf(service), 1e-3);
  return service.p50Seconds * Math.exp(logSpread(service) * normalQuantile(0.99995));
}

/** What lies beyond a time, read off the cells of a grid. */
function gridTail(sum: Float64Array, width: number): UpperTail {
  const cells = sum.length - 1;
  const above = new Float64Array(cells + 2);
  let below = 0;
  above[0] = 1;
  for (let cell = 0; cell <= cells; cell++) above[cell + 1] = Math.max(0, 1 - (below += sum[cell]!));
  return (seconds) => {
    const at = seconds / width + 0.5;
    const cell = Math.floor(at);
    if (cell > cells) return 0;
    return above[cell]! + (at - cell) * (above[cell + 1]! - above[cell]!);
  };
}

function wholePercentiles(
  steps: readonly Settled[],
  wanted: (name: keyof Percentiles) => number,
  cells: number,
): Percentiles {
  const top = 1 - (1 - Math.max(...names.map(wanted))) / Math.max(1, steps.length);
  const end = steps.reduce(
    (sum, { tail, scaleSeconds }) => sum + percentileFromTail(tail, Math.min(top, 0.99999), scaleSeconds, 1e-3),
    0,
  );
  const width = end / cells;
  const masses = steps.map(({ tail }) => massesOfTail(tail, width, cells)).reduce(convolve);
  return each((name) => width * cellAt(masses, wanted(name)));
}

/** A share of requests is answered by the cache at once: the others' percentile is further out, and smaller overall. */
function withHits(hits: number, whole: (wanted: (name: keyof Percentiles) => number) => Percentiles): Percentiles {
  if (hits === 0) return whole((name) => shares[name]);
  const further = (name: keyof Percentiles) => Math.max(0.001, 1 - (1 - shares[name]) / (1 - hits));
  const found = whole(further);
  return each((name) => (shares[name] <= hits ? hitSeconds : found[name]));
}
