import type { Accumulator, Aggregate } from "./aggregate.ts";
import { count } from "./count.ts";
import { sum } from "./sum.ts";

/** Mean of a column: its exact sum over the number of events that have it. */
export const mean: Aggregate = {
  reads: "number",
  empty: NaN,
  oracleSql: ({ reading, filter }) => `avg(${reading}) ${filter}`,
  tracks: [...sum.tracks, ...count.tracks],
  valueSql: ([whole, rest, events], decision) =>
    `${sum.valueSql([whole!, rest!], decision)} / nullif(${count.valueSql([events!], decision)}, 0)`,
  accumulator: meanAccumulator,
};

function meanAccumulator(overMillis: number): Accumulator {
  const total = sum.accumulator(overMillis);
  const events = count.accumulator(overMillis);
  const both = [total, events];
  return {
    reserve: (slotCount) => both.forEach((part) => part.reserve(slotCount)),
    enter: (slot, value, timeMillis, id) => both.forEach((part) => part.enter(slot, value, timeMillis, id)),
    leave: (slot, value) => both.forEach((part) => part.leave(slot, value)),
    // 0 / 0 of an emptied window is NaN: missing.
    value: (slot, nowMillis) => total.value(slot, nowMillis) / events.value(slot, nowMillis),
  };
}
