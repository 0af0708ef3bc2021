import { Problem } from "../../kit/problem.ts";
import { checkCount, checkInside, checkPositive } from "../check-range.ts";
import { firstWhole } from "../bisect.ts";
import { mmc } from "./mmc.ts";

export interface ReplicaNeed {
  readonly arrivalsPerSecond: number;
  readonly serviceSeconds: number;
  /** Requests that one replica works on at a time; 1 when absent. */
  readonly concurrency?: number;
  /** Fewest replicas, so that one may fail; 2 when absent. */
  readonly atLeast?: number;
}

const most = 10_000_000;

/**
 * Fewest replicas that stay at or below a utilisation.
 *
 * @param utilisation  in (0, 1), e.g. 0.6
 * @throws {Problem} `sizing/out-of-range`
 * @example replicasForUtilisation({ arrivalsPerSecond: 600, serviceSeconds: 0.02 }, 0.6) // => 20
 */
export function replicasForUtilisation(need: ReplicaNeed, utilisation: number): number {
  const { load, concurrency, atLeast } = checked(need);
  checkInside({ utilisation });
  // 0.1 × 3 / 0.3 is a little over 1 in binary; a quotient that near a whole number is meant to be it.
  return Math.max(atLeast, Math.ceil((load / utilisation / concurrency) * (1 - 1e-12)));
}

export interface PercentileTarget {
  /** In (0, 1), e.g. 0.99. */
  readonly share: number;
  /** What that share of requests may take at most, from arrival to completion. */
  readonly responseSeconds: number;
}

/**
 * Fewest replicas with which a share of requests (M/M/c, replicas drawing from one queue) is done in time.
 *
 * @throws {Problem} `sizing/out-of-range`; `sizing/unreachable-target` when service alone takes longer than the target
 */
export function replicasForPercentile(need: ReplicaNeed, { share, responseSeconds }: PercentileTarget): number {
  const { load, concurrency, atLeast } = checked(need);
  checkInside({ share });
  checkPositive({ responseSeconds });
  const alone = -Math.log1p(-share) * need.serviceSeconds;
  if (alone >= responseSeconds) throw unreachable(share, alone, responseSeconds);
  const least = Math.max(atLeast, Math.floor(load / concurrency) + 1);
  const found = firstWhole(least, most, (replicas) => {
    const queue = { ...need, servers: replicas * concurrency };
    return load < queue.servers && mmc(queue).responsePercentileSeconds(share) <= responseSeconds;
  });
  if (found === undefined) throw unreachable(share, alone, responseSeconds);
  return found;
}

function checked({ arrivalsPerSecond, serviceSeconds, concurrency = 1, atLeast = 2 }: ReplicaNeed) {
  checkPositive({ arrivalsPerSecond, serviceSeconds });
  checkCount({ concurrency, atLeast });
  return { load: arrivalsPerSecond * serviceSeconds, concurrency, atLeast };
}

function unreachable(share: number, alone: number, wanted: number): Problem {
  const millis = (seconds: number) => `${Number((seconds * 1000).toPrecision(4))} ms`;
  const name = `p${Number((share * 100).toPrecision(6))}`;
  return new Problem({
    code: "sizing/unreachable-target",
    found: `the ${name} of the service time alone is ${millis(alone)}, but ${millis(wanted)} is wanted`,
    fix: `make the service faster, or allow more than ${millis(alone)} at ${name}`,
  });
}
