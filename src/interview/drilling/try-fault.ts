import type { Random } from "../../kit/random.ts";
import { meanArrivalsPerSecond, meanSecondsOf, simulate, type Flow, type Network } from "../../sizing/index.ts";
import type { DrillOutcome } from "../drill.ts";
import { faultyNetwork, type Fault } from "./fault.ts";
import type { Subject } from "./subject.ts";

/** What the simulator found of the requests of a path. */
export type Tried = Pick<
  DrillOutcome,
  "requestsPerSecond" | "failedShare" | "fallbackShare" | "fullShare" | "p99Millis" | "overloaded"
>;

/** Arrivals that are simulated, other work of the machines included: some tenths of a second of work. */
const arrivals = 10_000;

/** Simulates the path with a fault; without one, as it is. */
export function tryFault(subject: Subject, fault: Fault, random: Random): Tried {
  const network = faultyNetwork(subject, fault);
  const rates = network.flows.map((flow) => meanArrivalsPerSecond(flow.arrivals));
  const own = network.flows.filter(isRequests);
  const requestsPerSecond = subject.peakPerSecond * (fault.loadTimes ?? 1);
  const slowest = subject.path.stations.reduce((sum, { time }) => sum + time.p99Seconds.value, 0);
  const all = rates.reduce((sum, rate) => sum + rate, 0);
  const measureSeconds = Math.max(arrivals / all, 1500 / requestsPerSecond, 3 * slowest);
  const { flows } = simulate(network, { random, measureSeconds, warmUpSeconds: measureSeconds / 5, replications: 1 });
  const found = flows.slice(0, own.length).map((flow, at) => ({ flow, part: rates[at]! / requestsPerSecond }));
  const share = (of: (flow: (typeof flows)[number]) => number) =>
    found.reduce((sum, { flow, part }) => sum + part * (of(flow) || 0), 0);
  const failedShare = share(({ failedShare: failed }) => failed.value);
  const fallbackShare = share(({ failedShare: failed, fallbackShare: back }) => (1 - failed.value) * (back.value || 0));
  const p99 = Math.max(...found.map(({ flow }) => flow.responseSeconds.p99.value).filter(Number.isFinite));
  return {
    requestsPerSecond,
    failedShare,
    fallbackShare,
    fullShare: Math.max(0, 1 - failedShare - fallbackShare),
    ...(Number.isFinite(p99) && failedShare < 1 && { p99Millis: p99 * 1000 }),
    overloaded: overloadedParts(network),
  };
}

const isRequests = ({ name }: Flow): boolean => name.startsWith("requests");

/** Parts that are asked for as much as they can do, or more. */
function overloadedParts(network: Network): Tried["overloaded"] {
  return network.stations
    .filter(({ isDown }) => !isDown)
    .map((station) => {
      const offered = network.flows.reduce((sum, flow) => sum + visits(flow, network, station.name), 0);
      return { name: station.name, utilisation: (offered * meanSecondsOf(station.service!)) / station.servers };
    })
    .filter(({ utilisation }) => utilisation >= 1);
}

/** Visits per second of a station by a flow, up to the step at which everybody is turned away. */
function visits(flow: Flow, { stations }: Network, name: string): number {
  let rate = meanArrivalsPerSecond(flow.arrivals);
  let sum = 0;
  for (const { station, cache, fallback, fallbackSkips = 0 } of flow.steps) {
    rate *= 1 - (cache?.hits ?? 0);
    if (station === name) sum += rate;
    const isDown = stations.find((one) => one.name === station)?.isDown;
    if (isDown && (!fallback || fallbackSkips > 0)) break;
  }
  return sum;
}
