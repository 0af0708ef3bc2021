import { checkCount, checkInside, checkPositive } from "../check-range.ts";
import { percentileFromTail } from "../distribution/cdf.ts";
import { queueAnswer, type QueueAnswer } from "./queue-answer.ts";
import type { Queue } from "./stable-queue.ts";
import { sumPercentile } from "./sum-percentile.ts";

export interface FiniteQueue extends Queue {
  /** Places to wait, those in service not counted, ≥ 0. */
  readonly queueLimit: number;
}

export interface FiniteQueueAnswer extends QueueAnswer {
  /** Share of arrivals that are turned away. */
  readonly lossProbability: number;
  /** Rate of those who are served. */
  readonly throughputPerSecond: number;
}

/**
 * Poisson arrivals, exponential service, c servers and a queue with a limit (M/M/c/K with K = c + limit): exact, and
 * settled at any load. Waits, responses and the wait probability are of those who are served; response percentiles are
 * convolved on a grid.
 *
 * @throws {Problem} `sizing/out-of-range`
 * @see Gross, Shortle, Thompson and Harris, Fundamentals of Queueing Theory (2008), §2.5
 */
export function mmck({ arrivalsPerSecond, serviceSeconds, servers = 1, queueLimit }: FiniteQueue): FiniteQueueAnswer {
  checkPositive({ arrivalsPerSecond, serviceSeconds });
  checkCount({ servers });
  checkCount({ queueLimit }, 0);
  const states = stateShares(arrivalsPerSecond * serviceSeconds, servers, servers + queueLimit);
  const lossProbability = states.at(-1)!;
  const utilisation = states.reduce((sum, state, n) => sum + state * Math.min(n / servers, 1), 0);
  const throughput = (utilisation * servers) / serviceSeconds;
  const taken = states.slice(0, -1).reduce((sum, state) => sum + state, 0);
  const arrivingAt = states.slice(0, -1).map((state) => state / taken);
  const behind = arrivingAt.slice(servers);
  const turn = serviceSeconds / servers;
  const tail = (seconds: number) => waitTail(behind, seconds / turn);
  return {
    lossProbability,
    throughputPerSecond: throughput,
    ...queueAnswer({
      model: "M/M/c/K",
      exact: { means: true, percentiles: true },
      utilisation,
      waitProbability: behind.reduce((sum, state) => sum + state, 0),
      meanWaitSeconds: behind.reduce((sum, state, ahead) => sum + state * (ahead + 1) * turn, 0),
      arrivalsPerSecond: throughput,
      meanServiceSeconds: serviceSeconds,
      waitPercentileSeconds(share) {
        checkInside({ share });
        return percentileFromTail(tail, share, serviceSeconds);
      },
      responsePercentileSeconds: (share) =>
        sumPercentile(
          [
            { tail, scaleSeconds: serviceSeconds },
            { kind: "exponential", meanSeconds: serviceSeconds },
          ],
          share,
        ),
    }),
  };
}

/** Share of time with 0 … places requests in the system; scaled as it goes, so that no load overflows. */
function stateShares(load: number, servers: number, places: number): number[] {
  const states = [1];
  let sum = 1;
  for (let n = 1; n <= places; n++) {
    const next = (states[n - 1]! * load) / Math.min(n, servers);
    states.push(next);
    sum += next;
    if (sum < 1e200) continue;
    for (let i = 0; i <= n; i++) states[i]! /= sum;
    sum = 1;
  }
  return states.map((state) => state / sum);
}

/** P(W > t): with n ahead in the queue, n + 1 servers' turns must pass, so the wait is Erlang of n + 1 turns. */
function waitTail(behind: readonly number[], turns: number): number {
  let tail = 0;
  let term = Math.exp(-turns);
  let erlang = term;
  for (const [ahead, state] of behind.entries()) {
    tail += state * erlang;
    term *= turns / (ahead + 1);
    erlang += term;
  }
  return tail;
}
