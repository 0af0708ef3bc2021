import type { Accumulator, Aggregate } from "./aggregate.ts";

/** Number of different values of a column. */
export const distinct: Aggregate = {
  reads: "value",
  empty: 0,
  oracleSql: ({ reading, filter }) => `count(DISTINCT ${reading}) ${filter}`,
  tracks: [{ running: "distinct" }],
  valueSql: ([values]) => `CAST(${values} AS DOUBLE)`,
  accumulator: distinctAccumulator,
};

function distinctAccumulator(): Accumulator {
  const eventsPerValue: (Map<unknown, number> | undefined)[] = [];
  return {
    reserve: (slotCount) => {
      while (eventsPerValue.length < slotCount) eventsPerValue.push(undefined);
    },
    enter: (slot, value) => {
      const events = (eventsPerValue[slot] ??= new Map<unknown, number>());
      events.set(value, (events.get(value) ?? 0) + 1);
    },
    leave: (slot, value) => {
      const events = eventsPerValue[slot]!;
      const left = events.get(value)! - 1;
      if (left > 0) events.set(value, left);
      else events.delete(value);
      if (events.size === 0) eventsPerValue[slot] = undefined;
    },
    value: (slot) => eventsPerValue[slot]?.size ?? 0,
  };
}
