import { checkCount, checkNotNegative } from "../check-range.ts";
import { unstable } from "./stable-queue.ts";

/**
 * Share of arrivals that find all servers busy and leave (M/M/c/c, blocked calls cleared).
 *
 * @param load     offered, in erlangs (λ/μ), ≥ 0
 * @param servers  c ≥ 0
 * @returns in [0, 1]; O(servers), stable for any number of them
 * @throws {Problem} `sizing/out-of-range`
 * @see Erlang (1917); the recursion B(c) = aB(c−1) / (c + aB(c−1)), Kleinrock, Queueing Systems vol. 1 (1975), §3.6
 * @example erlangB(10, 15) // => 0.036497
 */
export function erlangB(load: number, servers: number): number {
  checkNotNegative({ load });
  checkCount({ servers }, 0);
  let blocked = 1;
  for (let c = 1; c <= servers; c++) blocked = (load * blocked) / (c + load * blocked);
  return blocked;
}

/**
 * Share of arrivals that must wait (M/M/c, blocked calls delayed).
 *
 * @param load     offered, in erlangs (λ/μ), 0 ≤ load < servers
 * @param servers  c ≥ 1
 * @throws {Problem} `sizing/out-of-range`; `sizing/unstable-queue` when load ≥ servers
 * @see Erlang (1917); Kleinrock, Queueing Systems vol. 1 (1975), §3.5
 * @example erlangC(1, 2) // => 0.333333
 */
export function erlangC(load: number, servers: number): number {
  checkNotNegative({ load });
  checkCount({ servers });
  if (load >= servers) throw unstable({ arrivalsPerSecond: load, serviceSeconds: 1, servers });
  const blocked = erlangB(load, servers);
  return blocked / (1 - (load / servers) * (1 - blocked));
}
