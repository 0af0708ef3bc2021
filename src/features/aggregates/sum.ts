import { billionths, billionthsSql, fromFixedPoint, fromFixedPointSql, units, unitsSql } from "../fixed-point.ts";
import { type Accumulator, type Aggregate, widened } from "./aggregate.ts";

/** Sum of a column, exact to a billionth. */
export const sum: Aggregate = {
  reads: "number",
  empty: 0,
  oracleSql: ({ reading, filter }) => `sum(${reading}) ${filter}`,
  tracks: [
    { running: "sum", of: unitsSql },
    { running: "sum", of: billionthsSql },
  ],
  valueSql: ([whole, rest]) => fromFixedPointSql(whole!, rest!),
  accumulator: sumAccumulator,
};

function sumAccumulator(): Accumulator {
  let whole = new Float64Array(0);
  let rest = new Float64Array(0);
  return {
    reserve: (slotCount) => {
      whole = widened(whole, slotCount, 0);
      rest = widened(rest, slotCount, 0);
    },
    enter: (slot, value) => {
      whole[slot]! += units(value as number);
      rest[slot]! += billionths(value as number);
    },
    leave: (slot, value) => {
      whole[slot]! -= units(value as number);
      rest[slot]! -= billionths(value as number);
    },
    value: (slot) => fromFixedPoint(whole[slot]!, rest[slot]!),
  };
}
