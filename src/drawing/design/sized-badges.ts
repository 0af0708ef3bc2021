import { durationText } from "../../kit/quantity.ts";
import type { Percentiles, Sized } from "../../sizing/sized/index.ts";
import type { GraphBadge } from "../graph.ts";
import { budgetSlack } from "../waterfall/waterfall.ts";

/** Shares of capacity above which a queue is short of room, and near it. */
const [full, nearlyFull] = [0.8, 0.7];

/** A step is at its budget, not beyond it, up to here: its time of work is the budget itself where nothing is measured. */
const near = 1.03;

const percentText = (share: number): string => `${Math.round(share * 100)}% busy`;

/** How busy something is, where that is worth a mark. */
export function busyBadge(busy: number | undefined): GraphBadge | undefined {
  if (busy === undefined || busy < nearlyFull) return undefined;
  return { text: percentText(busy), tone: busy > full ? "over-budget" : "warn" };
}

/** Queues without end come first, then the budget, then how busy it is. */
export function stepBadge(step: {
  readonly busy: number | undefined;
  readonly p99Seconds: number | undefined;
  readonly budgetSeconds: number | undefined;
}): GraphBadge | undefined {
  const { busy, p99Seconds, budgetSeconds } = step;
  const ratio = p99Seconds === undefined || !budgetSeconds ? 0 : p99Seconds / budgetSeconds;
  const crowded = busyBadge(busy);
  if (crowded?.tone === "over-budget" && p99Seconds === undefined) return crowded;
  if (ratio > budgetSlack) return { text: budgetText(budgetSeconds!), tone: "over-budget" };
  if (crowded?.tone === "over-budget") return crowded;
  return ratio > near ? { text: budgetText(budgetSeconds!), tone: "warn" } : crowded;
}

const budgetText = (seconds: number): string => `budget ${durationText(seconds)}`;

/** The whole request against what the design promises; within a tenth of it is near. */
export function requestBadge(found: Percentiles | undefined, target: Sized["target"]): GraphBadge | undefined {
  if (!found) return { text: "queues without end", tone: "over-budget" };
  if (!target) return undefined;
  const name = ({ 0.5: "p50", 0.95: "p95", 0.99: "p99", 0.999: "p999" } as const)[target.share] ?? "p99";
  const [seconds, bound] = [found[name], target.seconds.value];
  if (seconds <= 0.9 * bound) return undefined;
  const text = `${name} ${durationText(seconds)} of ${durationText(bound)}`;
  return { text, tone: seconds > bound ? "over-budget" : "warn" };
}
