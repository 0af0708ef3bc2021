import type { LedgerEntry } from "../ledger/ledger.ts";
import type { Topic } from "../topic.ts";
import type { Exercise, Unreached } from "./debrief.ts";

const count = 3;

/** Three things to practise: what was ruled out or only named first, then what was never reached; one a stage where it can be. */
export function exercisesOf(
  weak: readonly LedgerEntry[],
  unreached: readonly Unreached[],
  byId: ReadonlyMap<string, Topic>,
): Exercise[] {
  const must = weak.filter(({ mustDiscuss }) => mustDiscuss);
  const others = weak.filter(({ mustDiscuss }) => !mustDiscuss);
  const order = [...must, ...unreached.filter(({ mustDiscuss }) => mustDiscuss), ...others, ...unreached];
  const topics = [...new Set(order.map(({ topic }) => topic))].map((id) => byId.get(id)!);
  const stages = new Set<string>();
  const apart = topics.filter(({ stage }) => !stages.has(stage) && stages.add(stage));
  return [...new Set([...apart, ...topics])]
    .slice(0, count)
    .map(({ id, name, exercise }) => ({ topic: id, name, text: exercise }));
}
