import type { Random } from "../../kit/random.ts";
import { checkCount, checkInside, checkNotNegative, checkPositive } from "../check-range.ts";
import { checkNetwork } from "./check-network.ts";
import { compile } from "./compile.ts";
import { Engine } from "./engine.ts";
import { estimate, type Estimate } from "./estimate.ts";
import type { LogHistogram } from "./log-histogram.ts";
import type { Network, Station } from "./network.ts";
import type { FlowTally, StationTally } from "./tally.ts";

export interface SimulateOptions {
  readonly random: Random;
  /** Length of each replication that is counted, in simulated seconds. */
  readonly measureSeconds: number;
  /** Simulated before that and cut; a tenth of `measureSeconds` when absent. */
  readonly warmUpSeconds?: number;
  /** Independent runs; 10 when absent. */
  readonly replications?: number;
  /** Of the intervals; 0.95 when absent. */
  readonly confidence?: number;
  /** Requests in the system above which the simulation gives up; 1,000,000 when absent. */
  readonly mostInSystem?: number;
}

/** Times of requests, in seconds; percentiles are within 0.4% of those of all values, apart from chance. NaN without requests. */
export interface SimulatedTimes {
  readonly mean: Estimate;
  readonly p50: Estimate;
  readonly p90: Estimate;
  readonly p95: Estimate;
  readonly p99: Estimate;
  readonly p999: Estimate;
}

export interface SimulatedStation {
  readonly name: string;
  /** Share of the servers' time at work, for nothing included. */
  readonly utilisation: Estimate;
  readonly throughputPerSecond: Estimate;
  readonly waitSeconds: SimulatedTimes;
  /** Wait and service. */
  readonly responseSeconds: SimulatedTimes;
  /** Mean requests per batch; 1 where they are served one by one. */
  readonly batchSize: Estimate;
  /** Per second: turned away by a full queue, or shed; left the queue; served for nothing. */
  readonly refusedPerSecond: Estimate;
  readonly shedPerSecond: Estimate;
  readonly leftQueuePerSecond: Estimate;
  readonly forNothingPerSecond: Estimate;
}

export interface SimulatedFlow {
  readonly name: string;
  readonly arrivalsPerSecond: Estimate;
  readonly throughputPerSecond: Estimate;
  /** From arrival to completion, of requests that completed. */
  readonly responseSeconds: SimulatedTimes;
  /** Of requests that completed or failed. */
  readonly failedShare: Estimate;
  /** Of requests that completed. */
  readonly fallbackShare: Estimate;
  readonly timeoutsPerSecond: Estimate;
  readonly retriesPerSecond: Estimate;
  readonly deadlinesPerSecond: Estimate;
  readonly cacheHitsPerSecond: Estimate;
}

export interface Simulation {
  readonly stations: readonly SimulatedStation[];
  readonly flows: readonly SimulatedFlow[];
  readonly replications: number;
  readonly measureSeconds: number;
  readonly warmUpSeconds: number;
  /** Of all replications, warm-up included. */
  readonly events: number;
}

/**
 * Simulates a network: replications that start empty, run through a warm-up that is cut, and are then counted. The same
 * generator gives the same numbers.
 *
 * @throws {Problem} `sizing/malformed-network`, `sizing/out-of-range`, `sizing/simulation-overflow`
 */
export function simulate(network: Network, options: SimulateOptions): Simulation {
  const { random, measureSeconds, replications = 10, confidence = 0.95, mostInSystem = 1_000_000 } = options;
  const { warmUpSeconds = measureSeconds / 10 } = options;
  checkNetwork(network);
  checkPositive({ measureSeconds });
  checkNotNegative({ warmUpSeconds });
  checkCount({ replications, mostInSystem });
  checkInside({ confidence });
  const compiled = compile(network);
  const facts = { warmUpSeconds, endSeconds: warmUpSeconds + measureSeconds, mostInSystem };
  const runs = Array.from({ length: replications }, (_, at) => {
    const engine = new Engine(compiled, facts, random.stream(`replication ${at}`));
    engine.advance(facts.endSeconds);
    return measured(network, engine, measureSeconds);
  });
  const combine = <Row extends Numbers>(rows: readonly (readonly Row[])[]): Estimated<Row>[] =>
    rows[0]!.map((_, at) =>
      estimated(
        rows.map((row) => row[at]!),
        confidence,
      ),
    );
  return {
    stations: combine(runs.map(({ stations }) => stations)).map((row, at) => ({
      name: network.stations[at]!.name,
      ...row,
    })),
    flows: combine(runs.map(({ flows }) => flows)).map((row, at) => ({ name: network.flows[at]!.name, ...row })),
    replications,
    measureSeconds,
    warmUpSeconds,
    events: runs.reduce((sum, { events }) => sum + events, 0),
  };
}

interface Numbers {
  readonly [name: string]: number | Numbers;
}

type Estimated<Row> = { readonly [Name in keyof Row]: Row[Name] extends number ? Estimate : Estimated<Row[Name]> };

function estimated<Row extends Numbers>(rows: readonly Row[], confidence: number): Estimated<Row> {
  const each = Object.keys(rows[0]!).map((name) => {
    const values = rows.map((row) => row[name]!);
    const numbers = values.filter((value) => typeof value === "number");
    return [name, numbers.length > 0 ? estimate(numbers, confidence) : estimated(values as Numbers[], confidence)];
  });
  return Object.fromEntries(each) as Estimated<Row>;
}

function measured(network: Network, { stations, flows, events }: Engine, seconds: number) {
  return {
    stations: network.stations.map((station, at) => stationNumbers(station, stations[at]!, seconds)),
    flows: flows.map((tally) => flowNumbers(tally, seconds)),
    events,
  };
}

function stationNumbers({ servers, copies = 1, batch }: Station, tally: StationTally, seconds: number) {
  return {
    utilisation: tally.busySeconds / (seconds * servers * copies),
    throughputPerSecond: tally.served / seconds,
    waitSeconds: times(tally.wait),
    responseSeconds: times(tally.response),
    batchSize: batch ? (tally.served + tally.forNothing) / tally.batches : 1,
    refusedPerSecond: tally.refused / seconds,
    shedPerSecond: tally.shed / seconds,
    leftQueuePerSecond: tally.leftQueue / seconds,
    forNothingPerSecond: tally.forNothing / seconds,
  };
}

function flowNumbers(tally: FlowTally, seconds: number) {
  return {
    arrivalsPerSecond: tally.arrived / seconds,
    throughputPerSecond: tally.completed / seconds,
    responseSeconds: times(tally.response),
    failedShare: tally.failed / (tally.completed + tally.failed),
    fallbackShare: tally.fellBack / tally.completed,
    timeoutsPerSecond: tally.timeouts / seconds,
    retriesPerSecond: tally.retries / seconds,
    deadlinesPerSecond: tally.deadlines / seconds,
    cacheHitsPerSecond: tally.cacheHits / seconds,
  };
}

function times(histogram: LogHistogram) {
  return {
    mean: histogram.mean,
    p50: histogram.percentile(0.5),
    p90: histogram.percentile(0.9),
    p95: histogram.percentile(0.95),
    p99: histogram.percentile(0.99),
    p999: histogram.percentile(0.999),
  };
}
