import { Problem } from "../../kit/problem.ts";
import { checkCount, checkPositive } from "../check-range.ts";

/** A station of equal servers and one queue, first come first served. */
export interface Queue {
  /** λ > 0 */
  readonly arrivalsPerSecond: number;
  /** 1/μ > 0, mean busy time of a server per request. */
  readonly serviceSeconds: number;
  /** c ≥ 1; 1 when absent. */
  readonly servers?: number;
}

export interface StableQueue extends Required<Queue> {
  /** λ/μ, the mean number of busy servers, in erlangs. */
  readonly load: number;
  /** ρ = λ/(cμ) < 1 */
  readonly utilisation: number;
}

/**
 * A queue that has been seen to be one that settles.
 *
 * @throws {Problem} `sizing/out-of-range`; `sizing/unstable-queue` when λ/μ ≥ c
 */
export function stableQueue({ arrivalsPerSecond, serviceSeconds, servers = 1 }: Queue): StableQueue {
  checkPositive({ arrivalsPerSecond, serviceSeconds });
  checkCount({ servers });
  const load = arrivalsPerSecond * serviceSeconds;
  if (load >= servers) throw unstable({ arrivalsPerSecond, serviceSeconds, servers });
  return { arrivalsPerSecond, serviceSeconds, servers, load, utilisation: load / servers };
}

/** The problem of more work than the servers can do, with the number of servers that would do. */
export function unstable({ arrivalsPerSecond, serviceSeconds, servers }: Required<Queue>): Problem {
  const most = servers / serviceSeconds;
  const needed = Math.floor(arrivalsPerSecond * serviceSeconds * (1 + 1e-12)) + 1;
  const who = servers === 1 ? "1 server serves" : `${servers} servers serve`;
  return new Problem({
    code: "sizing/unstable-queue",
    found: `${who} at most ${short(most)} requests/s, but ${short(arrivalsPerSecond)} arrive`,
    fix: `use ${needed} servers or more, or make a request cost less than ${short((servers / arrivalsPerSecond) * 1000)} ms`,
  });
}

const short = (value: number): string => String(Number(value.toPrecision(4)));
