/** Gathers calls that come while a write is under way, so that they share the next one. */
export interface GroupCommit<Item> {
  /** Resolves when the items, and all added before them, are written; rejects when any of those could not be. */
  add(items: readonly Item[]): Promise<void>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

interface Group<Item> {
  readonly items: Item[];
  readonly done: PromiseWithResolvers<void>;
}

/**
 * @param write   makes the items of a group durable, or leaves nothing of them
 * @param forget  told of the items that were not written, before their callers are
 */
export function groupCommit<Item>(
  write: (items: readonly Item[]) => Promise<void>,
  forget: (items: readonly Item[]) => void,
): GroupCommit<Item> {
  let waiting: Group<Item> | undefined;
  let running: Promise<void> | undefined;

  const fail = (group: Group<Item>, cause: unknown) => {
    forget(group.items);
    group.done.reject(cause);
  };
  const drain = async (): Promise<void> => {
    while (waiting) {
      const group = waiting;
      waiting = undefined;
      try {
        if (group.items.length > 0) await write(group.items);
        group.done.resolve();
      } catch (cause) {
        fail(group, cause);
        // Whoever waits may have left out an item because this group had it.
        const next = waiting as Group<Item> | undefined;
        waiting = undefined;
        if (next) fail(next, cause);
      }
    }
    running = undefined;
  };
  return {
    add: (items) => {
      waiting ??= { items: [], done: Promise.withResolvers<void>() };
      for (const item of items) waiting.items.push(item);
      const { promise } = waiting.done;
      running ??= Promise.resolve().then(drain);
      return promise;
    },
    idle: () => running ?? Promise.resolve(),
  };
}
