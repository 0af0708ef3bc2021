import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowsByUser, type SparseRows, transpose } from "./interactions.ts";

const entry = fc.tuple(fc.nat(5), fc.nat(4), fc.nat(3));
const entries = fc
  .array(entry, { minLength: 1, maxLength: 40 })
  .filter((list) => list.some(([, , value]) => value > 0));

const interactionsOf = (list: [number, number, number][]) => ({
  userCount: 6,
  itemCount: 5,
  userIndex: Int32Array.from(list, ([user]) => user),
  itemIndex: Int32Array.from(list, ([, item]) => item),
  value: Float32Array.from(list, ([, , value]) => value),
});

function dense({ rowCount, columnCount, starts, columns, values }: SparseRows): number[][] {
  const out = Array.from({ length: rowCount }, () => new Array<number>(columnCount).fill(0));
  for (let row = 0; row < rowCount; row++) {
    for (let at = starts[row]!; at < starts[row + 1]!; at++) out[row]![columns[at]!] = values[at]!;
  }
  return out;
}

describe("rowsByUser", () => {
  it("holds the sum of each pair once, columns ascending, zeros left out; its transpose is the transpose", () => {
    fc.assert(
      fc.property(entries, (list) => {
        const expected = Array.from({ length: 6 }, () => [0, 0, 0, 0, 0]);
        for (const [user, item, value] of list) expected[user]![item]! += value;
        const rows = rowsByUser(interactionsOf(list));
        expect(dense(rows)).toEqual(expected);
        expect(rows.values.length).toBe(expected.flat().filter((value) => value > 0).length);
        expect(dense(transpose(rows))).toEqual([0, 1, 2, 3, 4].map((item) => expected.map((row) => row[item])));
        expect(transpose(transpose(rows))).toEqual(rows);
        for (let row = 0; row < 6; row++) {
          const own = rows.columns.subarray(rows.starts[row], rows.starts[row + 1]);
          expect([...own]).toEqual([...own].sort((a, b) => a - b));
        }
      }),
    );
  });
});
