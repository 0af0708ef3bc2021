import { expect, it } from "vitest";
import { epsilonSlot } from "../experiments/bandits/epsilon-slot.ts";
import { seededRandom } from "../kit/random.ts";
import { wasExplored } from "./observed-load.ts";

it.each([0, 0.05, 0.5, 0.8])(
  "tells by its propensity whether a last place was given to chance, at a share of %f",
  (epsilon) => {
    const random = seededRandom(`explored ${epsilon}`);
    const candidates = Array.from({ length: 30 }, (_, i) => String(i));
    for (let i = 0; i < 500; i++) {
      const { rows, propensities } = epsilonSlot({ slots: 10, epsilon }).choose(candidates.length, random);
      const shown = rows.map((row, at) => ({ id: candidates[row]!, position: at + 1, propensity: propensities[at]! }));
      expect(wasExplored({ shown, candidates }, epsilon)).toBe(rows.at(-1) !== 9);
    }
  },
);
