import { checkInside } from "../check-range.ts";
import { percentileFromTail } from "../distribution/cdf.ts";
import { queueAnswer, type QueueAnswer } from "./queue-answer.ts";
import { stableQueue, type Queue, type StableQueue } from "./stable-queue.ts";

/**
 * Poisson arrivals, every request takes the same time, one server: means and percentiles are exact.
 *
 * @throws {Problem} `sizing/out-of-range`; `sizing/unstable-queue` when λ/μ ≥ 1
 * @see Franx (2001), A simple solution for the M/D/c waiting time distribution, Oper. Res. Letters 29: a sum of positive terms
 * @example md1({ arrivalsPerSecond: 5, serviceSeconds: 0.1 }).meanWaitSeconds // => 0.05
 */
export function md1(queue: Omit<Queue, "servers">): QueueAnswer {
  const stable = stableQueue({ ...queue, servers: 1 });
  const { utilisation, serviceSeconds } = stable;
  const meanWaitSeconds = (utilisation * serviceSeconds) / (2 * (1 - utilisation));
  const tail = waitTail(stable);
  const waitPercentileSeconds = (share: number) => {
    checkInside({ share });
    return percentileFromTail(tail, share, serviceSeconds);
  };
  return queueAnswer({
    model: "M/D/1",
    exact: { means: true, percentiles: true },
    utilisation,
    waitProbability: utilisation,
    meanWaitSeconds,
    arrivalsPerSecond: stable.arrivalsPerSecond,
    meanServiceSeconds: serviceSeconds,
    waitPercentileSeconds,
    responsePercentileSeconds: (share) => serviceSeconds + waitPercentileSeconds(share),
  });
}

/**
 * P(W > x). With k services begun by x, and y = kD − x: P(W ≤ x) = Σ_j P(at most k − 1 − j in the queue) Poisson(j; λy).
 */
function waitTail({ utilisation, serviceSeconds }: StableQueue): (seconds: number) => number {
  const inSystem = systemSize(utilisation);
  return (seconds) => {
    const k = Math.floor(seconds / serviceSeconds) + 1;
    const mean = utilisation * (k - seconds / serviceSeconds);
    let poisson = Math.exp(-mean);
    let reached = 0;
    for (let j = 0; j < k; j++) {
      reached += poisson * inSystem(k - j);
      poisson *= mean / (j + 1);
    }
    return Math.max(0, 1 - reached);
  };
}

/**
 * P(at most n in the system), by level crossing of the chain at departures: only sums of positive terms.
 * π_{j+1} P(A = 0) = π_0 P(A > j) + Σ_{i=1..j} π_i P(A > j + 1 − i), A the arrivals during one service.
 */
function systemSize(utilisation: number): (n: number) => number {
  const moreThan = poissonTails(utilisation);
  const none = Math.exp(-utilisation);
  const share = [1 - utilisation];
  const atMost = [1 - utilisation];
  return (n) => {
    while (share.length <= n) {
      const j = share.length - 1;
      let flow = share[0]! * moreThan(j);
      for (let i = 1; i <= j; i++) flow += share[i]! * moreThan(j + 1 - i);
      share.push(flow / none);
      atMost.push(atMost[j]! + share[j + 1]!);
    }
    return atMost[n]!;
  };
}

/** P(A > j) for A Poisson with a mean below 1. */
function poissonTails(mean: number): (j: number) => number {
  const terms = [Math.exp(-mean)];
  while (terms.length < 200) terms.push((terms.at(-1)! * mean) / terms.length);
  const tails = terms.map((_, j) => terms.slice(j + 1).reduceRight((sum, term) => sum + term, 0));
  return (j) => tails[j] ?? 0;
}
