import { Problem } from "../../kit/problem.ts";
import type { Random } from "../../kit/random.ts";

/** A choice of what to show, by position; `rows` are indexes into the ranked candidates, best first. */
export interface SlotChoice {
  readonly rows: readonly number[];
  /** For each position, the probability with which this policy puts this row there. */
  readonly propensities: readonly number[];
  /** Whether the last slot was drawn at random, even if the draw hit the greedy candidate. */
  readonly explored: boolean;
}

export interface EpsilonSlot {
  /** Chooses for a list of `candidateCount` candidates ranked best first. */
  choose(candidateCount: number, random: Random): SlotChoice;
  /** Probability that the last slot shows the candidate at `row`; 0 for rows that the slots before it always show. */
  lastSlotPropensity(row: number, candidateCount: number): number;
}

/**
 * Epsilon-greedy exploration that costs one slot: the first `slots − 1` positions are greedy, the last one takes, with
 * probability ε, a uniformly random candidate from all those outside the greedy top `slots − 1`, and else the greedy
 * one. With no more candidates than slots there is nothing to choose, and every propensity is 1.
 *
 * @param slots    length of the list, ≥ 1
 * @param epsilon  in [0, 1]
 * @throws {Problem} `experiments/malformed-exploration`
 */
export function epsilonSlot({ slots, epsilon }: { slots: number; epsilon: number }): EpsilonSlot {
  if (!(epsilon >= 0 && epsilon <= 1)) throw malformed(`explores with a share of ${epsilon}`, "a share from 0 to 1");
  if (!(Number.isInteger(slots) && slots >= 1)) throw malformed(`fills ${slots} slots`, "at least 1 slot");
  const lastSlotPropensity = (row: number, candidateCount: number): number => {
    const open = candidateCount - (slots - 1);
    if (row < slots - 1 || row >= candidateCount) return 0;
    return (row === slots - 1 ? 1 - epsilon : 0) + epsilon / open;
  };
  return {
    lastSlotPropensity,
    choose: (candidateCount, random) => {
      const rows = Array.from({ length: Math.min(slots, candidateCount) }, (_, row) => row);
      const propensities = rows.map(() => 1);
      if (candidateCount <= slots) return { rows, propensities, explored: false };
      const explored = random.next() < epsilon;
      const row = explored ? slots - 1 + random.int(candidateCount - (slots - 1)) : slots - 1;
      rows[slots - 1] = row;
      propensities[slots - 1] = lastSlotPropensity(row, candidateCount);
      return { rows, propensities, explored };
    },
  };
}

function malformed(what: string, wanted: string): Problem {
  return new Problem({
    code: "experiments/malformed-exploration",
    found: `The exploration ${what}.`,
    fix: `give it ${wanted}`,
  });
}
