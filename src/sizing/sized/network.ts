import type { Random } from "../../kit/random.ts";
import type { Arrivals, Network } from "../simulator/network.ts";
import { meanArrivalsPerSecond } from "../simulator/arrival-sampler.ts";
import { simulate, type Simulation } from "../simulator/simulate.ts";
import type { SizedPath } from "./stations.ts";

/** A bought service has no queue of ours: so many servers that none is ever waited for. */
const enough = (perSecond: number, seconds: number): number => Math.ceil(perSecond * seconds * 3 + 100);

/**
 * The path as a network for the event simulator: the same stations, other work of their machines as flows of its own.
 *
 * @param queueFactor  places to wait for each server, so that an overloaded network still runs; no limit when absent
 */
export function networkOf(path: SizedPath, requestsPerSecond: number, queueFactor?: number): Network {
  const hits = path.hits?.value ?? 0;
  const onPath = path.stations.filter(({ step }) => step >= 0);
  const arrivals = (perSecond: number): Arrivals =>
    path.arrivalVariation === 1
      ? { kind: "poisson", perSecond }
      : { kind: "renewal", between: { kind: "deterministic", seconds: 1 / perSecond } };
  const stations = path.stations.map(({ name, servers, shards, time }) => ({
    name,
    servers: servers === Infinity ? enough(requestsPerSecond, time.meanSeconds.value) : servers,
    service: time.distribution,
    ...(shards > 1 && { copies: shards }),
    ...(queueFactor !== undefined && servers !== Infinity && { queueLimit: Math.ceil(servers * queueFactor + 50) }),
  }));
  const requests = {
    name: "requests",
    arrivals: arrivals(requestsPerSecond),
    steps: onPath.map(({ name }, at) => ({
      station: name,
      ...(at === 0 &&
        hits > 0 && {
          cache: { hits, seconds: { kind: "deterministic", seconds: 0.001 } as const, alsoSkips: onPath.length - 1 },
        }),
    })),
  } as const;
  const others = path.stations.flatMap(({ name, step, otherWork }) => {
    const perSecond = step < 0 ? requestsPerSecond : requestsPerSecond * (1 - hits) * otherWork;
    if (!(perSecond > 0) || (step >= 0 && otherWork < 1e-9)) return [];
    return [{ name: `other work of ${name}`, arrivals: arrivals(perSecond), steps: [{ station: name }] }];
  });
  return { stations, flows: [requests, ...others] };
}

export interface SimulatePathOptions {
  readonly random: Random;
  /** Arrivals of each replication that are counted, other work included. */
  readonly requests: number;
  readonly replications?: number;
  readonly queueFactor?: number;
}

/** Simulates the path at a load. @throws {Problem} `sizing/simulation-overflow` where a queue without limit grows */
export function simulatePath(path: SizedPath, requestsPerSecond: number, options: SimulatePathOptions): Simulation {
  const { random, requests, replications = 5, queueFactor } = options;
  const slowest = path.stations.reduce((sum, { step, time }) => sum + (step < 0 ? 0 : time.p99Seconds.value), 0);
  const network = networkOf(path, requestsPerSecond, queueFactor);
  const all = network.flows.reduce((sum, { arrivals }) => sum + meanArrivalsPerSecond(arrivals), 0);
  const measureSeconds = Math.max(requests / all, 300 / requestsPerSecond, 10 * slowest);
  return simulate(network, {
    random,
    measureSeconds,
    warmUpSeconds: measureSeconds / 5,
    replications,
  });
}

/** What the simulator finds to break first when the load rises to ten times the peak. */
export interface SimulatedBreak {
  /** What runs out: a pool of machines, or a step. */
  readonly resource: string;
  /** Multiple of the stated peak at which requests were first turned away; above it the simulator did not look. */
  readonly turnedAwayAtTimes: number | undefined;
  /** Its simulated utilisation at the last load before that. */
  readonly utilisation: number;
}

/**
 * Raises the load by 15% at a time, from half the stated peak to ten times it, until a queue with a limit turns
 * requests away; the busiest machines at the last load before that are what breaks first.
 */
export function simulatedBreak(path: SizedPath, random: Random, requests = 60_000): SimulatedBreak {
  let last: SimulatedBreak = { resource: "", turnedAwayAtTimes: undefined, utilisation: 0 };
  for (let times = 0.5; times <= 10; times *= 1.15) {
    const { stations } = simulatePath(path, path.traffic.peak.value * times, {
      random: random.stream(times.toFixed(4)),
      requests,
      replications: 1,
      queueFactor: 4,
    });
    const refused = stations.some(
      (station) => station.refusedPerSecond.value > 0.001 * station.throughputPerSecond.value,
    );
    if (refused && last.resource !== "") return { ...last, turnedAwayAtTimes: times };
    last = busiest(path, stations);
    if (refused) return { ...last, turnedAwayAtTimes: times };
  }
  return last;
}

function busiest(path: SizedPath, stations: Simulation["stations"]): SimulatedBreak {
  const busy = path.stations.map(({ servers }, at) => (servers === Infinity ? 0 : stations[at]!.utilisation.value));
  const most = Math.max(...busy);
  return { resource: path.stations[busy.indexOf(most)]!.resource, turnedAwayAtTimes: undefined, utilisation: most };
}
