import type { BadRow } from "./line-batch.ts";

/** Bad rows of one reason: all are counted, the first few are kept. */
export interface BadRowGroup {
  readonly reason: string;
  readonly count: number;
  /** The first of them; `samples[0]` in file order. */
  readonly samples: readonly BadRow[];
}

/** Bad rows of one reason that are kept as samples. */
export const MAX_SAMPLES_PER_REASON = 100;

/** Collects bad rows by reason. */
export interface BadRows {
  /** @param sample  makes the row; called only while samples of this reason are still wanted */
  add(reason: string, sample: () => BadRow): void;
  /** Adds rows already counted elsewhere, with their samples. */
  addGroup(group: BadRowGroup): void;
  /** By falling count. */
  groups(): BadRowGroup[];
}

export function collectBadRows(): BadRows {
  const found = new Map<string, { count: number; samples: BadRow[] }>();
  const entry = (reason: string) => {
    if (!found.has(reason)) found.set(reason, { count: 0, samples: [] });
    return found.get(reason)!;
  };
  return {
    add: (reason, sample) => {
      const group = entry(reason);
      group.count++;
      if (group.samples.length < MAX_SAMPLES_PER_REASON) group.samples.push(sample());
    },
    addGroup: ({ reason, count, samples }) => {
      const group = entry(reason);
      group.count += count;
      group.samples.push(...samples.slice(0, MAX_SAMPLES_PER_REASON - group.samples.length));
    },
    groups: () =>
      [...found]
        .map(([reason, group]) => ({ reason, ...group }))
        .sort((a, b) => b.count - a.count || a.reason.localeCompare(b.reason)),
  };
}
