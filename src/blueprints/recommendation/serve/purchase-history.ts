import type { Event } from "../../../data/event.ts";
import { passes } from "../../../kit/predicate.ts";
import { fitPopularity } from "../../../training/learners/popularity.ts";
import type { RecommendationPlan } from "../plan.ts";

/** What was bought by whom and when, kept for the two retrievers that need no model. */
export interface PurchaseHistory {
  append(events: readonly Event[]): void;
  /** What somebody bought in the window, most often first, then latest, then by id; the same order as in training. */
  boughtBefore(who: string, atMillis: number, overMillis: number, take: number): string[];
  /** Best sellers of the window as of a moment, most first. */
  popular(atMillis: number, overMillis: number, take: number): string[];
}

interface Purchase {
  readonly what: string;
  readonly timeMillis: number;
  readonly knownMillis: number;
}

export function openPurchaseHistory(plan: RecommendationPlan): PurchaseHistory {
  const byWho = new Map<string, Purchase[]>();
  const seen = new Set<string>();
  const byDay = new Map<number, Purchase[]>();
  const { where, source } = plan.outcome;
  return {
    append: (events) => {
      for (const event of events) {
        if (
          event.source !== source ||
          (where && !passes(where, { ...event.values, ...event.entities })) ||
          seen.has(event.id)
        )
          continue;
        seen.add(event.id);
        const purchase = {
          what: event.entities[plan.what]!,
          timeMillis: event.timeMillis,
          knownMillis: event.knownMillis,
        };
        const who = event.entities[plan.forWhom]!;
        addTo(byWho, who, purchase);
        addTo(byDay, dayOf(purchase.timeMillis), purchase);
      }
    },
    boughtBefore: (who, atMillis, overMillis, take) => mostBought(byWho.get(who) ?? [], atMillis, overMillis, take),
    popular: (atMillis, overMillis, take) => {
      const counts = new Map<string, number>();
      for (let day = dayOf(atMillis - overMillis); day <= dayOf(atMillis); day++) {
        for (const { what } of inWindow(byDay.get(day) ?? [], atMillis, overMillis))
          counts.set(what, (counts.get(what) ?? 0) + 1);
      }
      return fitPopularity(counts).items.slice(0, take);
    },
  };
}

const dayOf = (timeMillis: number): number => Math.floor(timeMillis / 86_400_000);

function addTo<Key>(lists: Map<Key, Purchase[]>, key: Key, purchase: Purchase): void {
  const list = lists.get(key);
  if (list) list.push(purchase);
  else lists.set(key, [purchase]);
}

function inWindow(purchases: readonly Purchase[], atMillis: number, overMillis: number): Purchase[] {
  return purchases.filter(
    ({ timeMillis, knownMillis }) =>
      timeMillis < atMillis && knownMillis <= atMillis && timeMillis >= atMillis - overMillis,
  );
}

function mostBought(purchases: readonly Purchase[], atMillis: number, overMillis: number, take: number): string[] {
  const found = new Map<string, { count: number; latest: number }>();
  for (const { what, timeMillis } of inWindow(purchases, atMillis, overMillis)) {
    const one = found.get(what);
    if (!one) found.set(what, { count: 1, latest: timeMillis });
    else {
      one.count++;
      one.latest = Math.max(one.latest, timeMillis);
    }
  }
  const order = [...found].toSorted(([a, x], [b, y]) => y.count - x.count || y.latest - x.latest || (a < b ? -1 : 1));
  return order.slice(0, take).map(([what]) => what);
}
