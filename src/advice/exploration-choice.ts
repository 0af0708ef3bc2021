import type { Design } from "../design/design.ts";
import { averageRate } from "./figures/load.ts";
import type { PlainValue } from "./advice.ts";
import { daySeconds } from "./units.ts";

/**
 * Times an item should be shown by chance in a week, so that a click rate near 3% is known to ± 1 point:
 * 1.96² × 0.03 × 0.97 / 0.01² ≈ 1100.
 */
export const showingsPerItem = 1100;
const shares = [0.01, 0.02, 0.05, 0.1] as const;
const usualShare = 0.05;

/** Share of lists whose last place is given to chance: the least that shows every item often enough in a week, at most 10%. */
export function listShare(design: Design): number {
  const items = design.requirements?.scale?.items?.count;
  const average = averageRate(design);
  if (!items || !average) return usualShare;
  const wanted = (items * showingsPerItem) / (average.value * 7 * daySeconds);
  return shares.find((one) => one >= wanted) ?? shares.at(-1)!;
}

/** The re-ranking step that gives the last place of some lists to chance. */
export const listExploration = (design: Design): { readonly [key: string]: PlainValue } => ({
  kind: "explore",
  policy: "epsilon-slot",
  share: `${Math.round(listShare(design) * 100)}%`,
});
