import { checkCount, checkInside } from "../check-range.ts";
import { harmonic } from "./max-of.ts";
import { stableQueue, type Queue } from "./stable-queue.ts";

/** A request that goes to every one of n shards at once and is done with the slowest. */
export interface ForkJoin extends Omit<Queue, "servers"> {
  /** n ≥ 1, each with a server and a queue of its own; every request visits all. */
  readonly shards: number;
}

export interface ForkJoinAnswer {
  readonly model: string;
  /** True for one shard and two; an approximation beyond. */
  readonly exact: boolean;
  readonly utilisation: number;
  readonly meanResponseSeconds: number;
  /** The exact mean lies between these. */
  readonly bounds: { readonly lowSeconds: number; readonly highSeconds: number };
  /**
   * A percentile that the real one does not exceed: shards see the same arrivals, so their times go together, and the
   * slowest of independent ones is slower.
   */
  responsePercentileBoundSeconds(share: number): number;
}

/**
 * Fork and join over n shards, Poisson arrivals, exponential service.
 *
 * - n = 2 exactly: (12 − ρ)/8 · 1/(μ − λ).
 * - n > 2: Nelson and Tantawi's scaling approximation, within 5% for n up to 32 in their paper.
 *
 * @throws {Problem} `sizing/out-of-range`; `sizing/unstable-queue` when λ/μ ≥ 1
 * @see Flatto and Hahn (1984); Nelson and Tantawi (1988), IEEE Trans. Computers 37(6), 739–743
 * @example forkJoin({ arrivalsPerSecond: 0.5, serviceSeconds: 1, shards: 2 }).meanResponseSeconds // => 2.875
 */
export function forkJoin({ shards, ...queue }: ForkJoin): ForkJoinAnswer {
  checkCount({ shards });
  const { utilisation, serviceSeconds } = stableQueue({ ...queue, servers: 1 });
  const one = serviceSeconds / (1 - utilisation);
  const two = ((12 - utilisation) / 8) * one;
  return {
    model: shards <= 2 ? "fork-join" : "fork-join (Nelson–Tantawi approximation)",
    exact: shards <= 2,
    utilisation,
    meanResponseSeconds: shards === 1 ? one : two * scaling(shards, utilisation),
    bounds: { lowSeconds: stagedMean(shards, utilisation, serviceSeconds), highSeconds: harmonic(shards) * one },
    responsePercentileBoundSeconds(share) {
      checkInside({ share });
      return -Math.log1p(-(share ** (1 / shards))) * one;
    },
  };
}

/** How much longer n shards take than two: Hₙ/H₂ with no load, less with load. */
function scaling(shards: number, utilisation: number): number {
  const idle = harmonic(shards) / harmonic(2);
  return idle + (4 / 11) * (1 - idle) * utilisation;
}

/** Σ 1/(iμ − λ), the staged lower bound of Nelson and Tantawi. */
function stagedMean(shards: number, utilisation: number, serviceSeconds: number): number {
  let sum = 0;
  for (let i = 1; i <= shards; i++) sum += serviceSeconds / (i - utilisation);
  return sum;
}
