export interface CandidateList<Item> {
  /** Where these candidates come from, such as `collaborative` or `popular`; each list its own. */
  readonly name: string;
  /** Best first. */
  readonly items: ArrayLike<Item>;
  /** The most candidates this list may bring in; without it, as many as its turns allow. */
  readonly quota?: number;
}

export interface Candidate<Item> {
  readonly item: Item;
  /** The list that brought it in. */
  readonly source: string;
  /** Every list that holds it, in the order of the lists. */
  readonly sources: readonly string[];
}

/**
 * Unites lists of candidates: the lists take turns, and at its turn each brings in its best item that is not in yet.
 *
 * @param limit  the most candidates to return
 * @returns      in the order they came in; the same lists give the same candidates, always
 */
export function mergeCandidates<Item extends string | number>(
  lists: readonly CandidateList<Item>[],
  limit: number,
): Candidate<Item>[] {
  const firstSource = takeTurns(lists, limit);
  const sources = new Map<Item, string[]>([...firstSource.keys()].map((item) => [item, []]));
  for (const { name, items } of lists) {
    for (let i = 0; i < items.length; i++) {
      const found = sources.get(items[i]!);
      if (found && found.at(-1) !== name) found.push(name);
    }
  }
  return [...firstSource].map(([item, source]) => ({ item, source, sources: sources.get(item)! }));
}

function takeTurns<Item>(lists: readonly CandidateList<Item>[], limit: number): Map<Item, string> {
  const taken = new Map<Item, string>();
  let waiting = lists.map((list) => ({ list, next: 0, left: list.quota ?? Infinity }));
  while (waiting.length > 0 && taken.size < limit) {
    waiting = waiting.filter((turn) => {
      const { items, name } = turn.list;
      while (turn.next < items.length && taken.has(items[turn.next]!)) turn.next++;
      if (turn.next >= items.length || turn.left <= 0 || taken.size >= limit) return false;
      taken.set(items[turn.next++]!, name);
      turn.left--;
      return true;
    });
  }
  return taken;
}
