import type { Drill } from "../drill.ts";
import { drills } from "../drills/index.ts";

/**
 * The drill that words ask for: `what if redis dies` is a feature store that is down. The id of a drill is enough.
 *
 * @returns `undefined` where no drill fits
 */
export function drillFor(words: string): Drill | undefined {
  const text = words.slice(0, 400).trim();
  const id = text.toLowerCase().replaceAll(/\s+/g, "-");
  const exact = drills.find((drill) => drill.id === id);
  return exact ?? order.map((name) => drills.find((drill) => drill.id === name)!).find(({ asked }) => asked.test(text));
}

/** The particular before the general: a cache that is down is cold, and `slow` fits many. */
export const order: readonly Drill["id"][] = [
  "hot-key",
  "cache-cold",
  "upstream-schema-change",
  "labels-30-days-late",
  "new-regulation",
  "bad-release",
  "region-lost",
  "feature-store-down",
  "model-server-down",
  "input-drift",
  "traffic-10x",
  "slow-dependency",
];
