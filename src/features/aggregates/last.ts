import { type Accumulator, type Aggregate, widened } from "./aggregate.ts";

/**
 * Value of the event that happened latest. It is enough to keep the latest of all events that ever became visible: once
 * that one is older than the window, so is every other.
 */
export const last: Aggregate = {
  reads: "number",
  empty: NaN,
  oracleSql: ({ reading, filter }) => `arg_max(${reading}, (e.time_ms, e.event_id)) ${filter}`,
  tracks: [
    { running: "latest", of: (reading) => reading },
    { running: "max", of: () => "time_ms" },
  ],
  valueSql: ([value, latestMillis], { timeMillis, overMillis }) =>
    `CASE WHEN ${latestMillis} >= ${timeMillis} - ${overMillis} THEN ${value} END`,
  accumulator: lastAccumulator,
};

function lastAccumulator(overMillis: number): Accumulator {
  let latestMillis = new Float64Array(0);
  let values = new Float64Array(0);
  const ids: string[] = [];
  const isLater = (slot: number, timeMillis: number, id: string): boolean =>
    timeMillis > latestMillis[slot]! || (timeMillis === latestMillis[slot] && followsInUtf8(id, ids[slot]!));
  return {
    reserve: (slotCount) => {
      latestMillis = widened(latestMillis, slotCount, -Infinity);
      values = widened(values, slotCount, NaN);
    },
    enter: (slot, value, timeMillis, id) => {
      if (!isLater(slot, timeMillis, id)) return;
      latestMillis[slot] = timeMillis;
      values[slot] = value as number;
      ids[slot] = id;
    },
    leave: () => {},
    value: (slot, nowMillis) => (latestMillis[slot]! >= nowMillis - overMillis ? values[slot]! : NaN),
  };
}

/** Whether `a` sorts after `b` byte by byte in UTF-8, as SQL compares text; JavaScript's `>` differs above U+FFFF. */
export function followsInUtf8(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    if (a.charCodeAt(i) !== b.charCodeAt(i)) return byCodePoint(a.charCodeAt(i)) > byCodePoint(b.charCodeAt(i));
  }
  return a.length > b.length;
}

/** Surrogates stand for the code points above all others. */
const byCodePoint = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
