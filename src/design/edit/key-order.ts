import type { Path } from "../unsettled.ts";
import { stages } from "../schema/design.ts";

/** Keys in the order in which they are written, for the group of keys at a path; keys that it lacks may stand anywhere. */
export type KeyOrder = (path: Path) => readonly string[];

/** The head of a design and its stages; nothing is said of what is inside of them. */
export const stageOrder: KeyOrder = (path) =>
  path.length === 0 ? ["plumbline", "name", "system", "stage", ...stages] : [];

/** How many of the keys present stand before a new one: it goes behind the last of those that belong before it. */
export function positionOf(key: string, present: readonly string[], order: readonly string[]): number {
  const rank = order.indexOf(key);
  if (rank < 0) return present.length;
  const ranks = present.map((one) => order.indexOf(one));
  const before = ranks.filter((one) => one >= 0 && one < rank);
  if (before.length > 0) return ranks.indexOf(Math.max(...before)) + 1;
  const behind = ranks.filter((one) => one > rank);
  return behind.length > 0 ? ranks.indexOf(Math.min(...behind)) : present.length;
}
