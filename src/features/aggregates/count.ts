import { type Accumulator, type Aggregate, widened } from "./aggregate.ts";

/** Number of events. */
export const count: Aggregate = {
  reads: "occurrence",
  empty: 0,
  oracleSql: ({ filter }) => `count(*) ${filter}`,
  tracks: [{ running: "sum", of: () => "CAST(1 AS DOUBLE)" }],
  valueSql: ([events]) => `CAST(${events} AS DOUBLE)`,
  accumulator: countAccumulator,
};

function countAccumulator(): Accumulator {
  let events = new Float64Array(0);
  return {
    reserve: (slotCount) => void (events = widened(events, slotCount, 0)),
    enter: (slot) => void events[slot]!++,
    leave: (slot) => void events[slot]!--,
    value: (slot) => events[slot]!,
  };
}
