import { nearest } from "../../kit/suggest.ts";
import { Problem } from "../../kit/problem.ts";
import { checkCount, checkNotNegative, checkPositive, checkShare } from "../check-range.ts";
import { checkDistribution } from "../distribution/check.ts";
import { meanSecondsOf } from "../distribution/moments.ts";
import type { Arrivals, Flow, Network, Station, Step } from "./network.ts";

/**
 * Refuses a network that cannot be simulated.
 *
 * @throws {Problem} `sizing/malformed-network`; `sizing/out-of-range`
 */
export function checkNetwork({ stations, flows }: Network): void {
  if (flows.length === 0) throw malformed("the network has no traffic", "give it at least one flow");
  checkNames("station", stations);
  checkNames("flow", flows);
  for (const station of stations) checkStation(station);
  const names = stations.map(({ name }) => name);
  for (const flow of flows) checkFlow(flow, names);
}

function checkNames(what: string, named: readonly { name: string }[]): void {
  const twice = named.find(({ name }, at) => named.findIndex((other) => other.name === name) !== at);
  if (twice) throw malformed(`two ${what}s are called ${twice.name}`, `give every ${what} a name of its own`);
}

function checkStation(station: Station): void {
  const { servers, copies = 1, queueLimit = 0, service, batch, shed } = station;
  checkCount({ servers, copies });
  checkCount({ queueLimit }, 0);
  if (shed) checkCount(shed, 0);
  if (service) checkDistribution(service);
  if (!service && !batch)
    throw malformed(`station ${station.name} has no service time`, "give it `service` or `batch`");
  if (!batch) return;
  const { maxSize, ...times } = batch;
  checkCount({ maxSize });
  checkNotNegative({ ...times });
}

function checkFlow({ arrivals, steps, priority = 0, deadlineSeconds }: Flow, stations: readonly string[]): void {
  checkArrivals(arrivals);
  checkCount({ priority }, 0);
  if (deadlineSeconds !== undefined) checkPositive({ deadlineSeconds });
  for (const step of steps) checkStep(step, stations);
}

function checkArrivals(arrivals: Arrivals): void {
  if (arrivals.kind === "poisson") return checkPositive({ perSecond: arrivals.perSecond });
  if (arrivals.kind === "renewal") {
    checkDistribution(arrivals.between);
    return checkPositive({ meanBetweenSeconds: meanSecondsOf(arrivals.between) });
  }
  const { calmPerSecond, burstPerSecond, calmSeconds, burstSeconds } = arrivals;
  checkNotNegative({ calmPerSecond });
  checkPositive({ burstPerSecond, calmSeconds, burstSeconds });
}

function checkStep(step: Step, stations: readonly string[]): void {
  if (!stations.includes(step.station)) {
    const meant = nearest(step.station, stations);
    throw malformed(
      `a step visits ${step.station}, which is no station of the network`,
      `visit ${meant ?? `one of ${stations.join(", ")}`}`,
    );
  }
  const { cache, timeoutSeconds, retries = 0, backoff, fallback, fallbackSkips = 0 } = step;
  if (cache) {
    checkShare({ hits: cache.hits });
    checkCount({ alsoSkips: cache.alsoSkips ?? 0 }, 0);
  }
  if (timeoutSeconds !== undefined) checkPositive({ timeoutSeconds });
  checkCount({ retries, fallbackSkips }, 0);
  for (const time of [cache?.seconds, backoff, fallback]) if (time) checkDistribution(time);
}

function malformed(found: string, fix: string): Problem {
  return new Problem({ code: "sizing/malformed-network", found, fix });
}
