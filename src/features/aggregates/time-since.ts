import { type Accumulator, type Aggregate, widened } from "./aggregate.ts";

/** Seconds since the latest event. As for `last`, the latest event that ever became visible decides. */
export const timeSince: Aggregate = {
  reads: "occurrence",
  empty: NaN,
  oracleSql: ({ filter }) => `(any_value(d.time_ms) - max(e.time_ms) ${filter}) / 1000.0::DOUBLE`,
  tracks: [{ running: "max", of: () => "time_ms" }],
  valueSql: ([latestMillis], { timeMillis, overMillis }) =>
    `CASE WHEN ${latestMillis} >= ${timeMillis} - ${overMillis} THEN (${timeMillis} - ${latestMillis}) / 1000.0::DOUBLE END`,
  accumulator: timeSinceAccumulator,
};

function timeSinceAccumulator(overMillis: number): Accumulator {
  let latestMillis = new Float64Array(0);
  return {
    reserve: (slotCount) => void (latestMillis = widened(latestMillis, slotCount, -Infinity)),
    enter: (slot, _reading, timeMillis) => {
      if (timeMillis > latestMillis[slot]!) latestMillis[slot] = timeMillis;
    },
    leave: () => {},
    value: (slot, nowMillis) => {
      const millis = nowMillis - latestMillis[slot]!;
      return millis <= overMillis ? millis / 1000 : NaN;
    },
  };
}
