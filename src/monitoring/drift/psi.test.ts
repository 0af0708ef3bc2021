import * as fc from "fast-check";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openTables } from "../../data/table-store.ts";
import { Problem } from "../../kit/problem.ts";
import { fitReference, psi, usedBins } from "./psi.ts";

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const times = (count: number, value: number) => new Array<number>(count).fill(value);
const someValues = fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ noDefaultInfinity: true })), {
  minLength: 1,
  maxLength: 60,
});
const someBins = fc.integer({ min: 2, max: 12 });
const housing = join(import.meta.dirname, "../../../../shared/data/nannyml-drift");

describe("a frozen reference", () => {
  it("holds equally many values in each bin, edges belonging to the lower bin", () => {
    const reference = fitReference(range(1, 100), { bins: 4 });
    expect(reference.edges).toEqual([25, 50, 75]);
    expect(reference.counts).toEqual([25, 25, 25, 25, 0]);
  });

  it("counts missing values in a bin of their own", () => {
    expect(fitReference([NaN, 1, 2, 3, 4, NaN, NaN], { bins: 2 }).counts).toEqual([2, 2, 3]);
  });

  it("gives a value that fills a bin by itself a bin of its own", () => {
    const reference = fitReference([...times(60, 0), ...range(1, 40)], { bins: 5 });
    expect(reference.edges).toEqual([-Number.MIN_VALUE, 0, 20]);
    expect(reference.counts).toEqual([0, 60, 20, 20, 0]);
  });

  it("tells apart what lies below and above a constant", () => {
    const reference = fitReference(times(500, 3.5), { bins: 10 });
    expect(usedBins(reference)).toBe(1);
    expect(psi(reference, times(200, 3.5))).toBe(0);
    expect(psi(reference, times(200, 3.4999))).toBeGreaterThan(1);
    expect(psi(reference, times(200, 3.5001))).toBeGreaterThan(1);
    expect(psi(reference, times(200, NaN))).toBeGreaterThan(1);
  });

  it("counts every value exactly once, between ascending edges", () => {
    fc.assert(
      fc.property(someValues, someBins, (values, bins) => {
        const { edges, counts } = fitReference(values, { bins });
        const total = counts.reduce((sum, count) => sum + count, 0);
        return total === values.length && edges.every((edge, k) => k === 0 || edge > edges[k - 1]!);
      }),
    );
  });

  it("survives a file", () => {
    const reference = fitReference([-0.1, 0, 0, 0, 0.3, NaN, 1e300], { bins: 3 });
    const values = [0, 0.2, -1, NaN];
    expect(psi(JSON.parse(JSON.stringify(reference)), values)).toBe(psi(reference, values));
  });

  it.each([
    ["no values", [], 10],
    ["an infinite value", [1, Infinity], 10],
    ["a single bin", [1, 2, 3], 1],
  ])("is refused for %s", (_, values, bins) => {
    expect(() => fitReference(values, { bins })).toThrow(Problem);
  });
});

describe("the population stability index", () => {
  const reference = fitReference(range(1, 100), { bins: 2 });

  it("is what one gets by hand: 50/50 against 30/70 of 100, one observation added to each side", () => {
    const sample = [...times(30, 10), ...times(70, 90)];
    const byHand = ((50.4 - 30.4) / 101) * Math.log(50.4 / 30.4) + ((50.6 - 70.6) / 101) * Math.log(50.6 / 70.6);
    expect(psi(reference, sample)).toBeCloseTo(byHand, 14);
    expect(byHand).toBeCloseTo(0.16606, 5);
  });

  it("tends to the textbook value without smoothing as both samples grow: 0.2 ln(7/3)", () => {
    const large = fitReference(range(1, 200_000), { bins: 2 });
    const sample = [...times(60_000, 10), ...times(140_000, 150_000)];
    expect(psi(large, sample)).toBeCloseTo(0.2 * Math.log(7 / 3), 5);
  });

  it("stays finite when a bin empties, as by hand: 50/50 against 0/100", () => {
    const byHand = (50 / 101) * Math.log(50.25 / 0.25) + (50 / 101) * Math.log(100.75 / 50.75);
    expect(psi(reference, times(100, 90))).toBeCloseTo(byHand, 12);
  });

  it("sees missing values come up, as by hand: none of 100 against half of 100 in three bins", () => {
    const added = 1.5;
    const joint = [0.375, 0.375, 0.25].map((share) => added * share);
    const byHand = [50, 50, 0].reduce((sum, count, bin) => {
      const p = (count + joint[bin]!) / 101.5;
      const q = ([25, 25, 50][bin]! + joint[bin]!) / 101.5;
      return sum + (p - q) * Math.log(p / q);
    }, 0);
    expect(psi(reference, [...times(25, 10), ...times(25, 90), ...times(50, NaN)])).toBeCloseTo(byHand, 12);
  });

  it("is never negative, and zero for the reference's own values however often repeated", () => {
    fc.assert(
      fc.property(someValues, someValues, someBins, fc.integer({ min: 1, max: 4 }), (base, values, bins, copies) => {
        const reference = fitReference(base, { bins });
        const repeated = Array.from({ length: copies }, () => base).flat();
        return psi(reference, values) >= 0 && Math.abs(psi(reference, repeated)) < 1e-12;
      }),
    );
  });

  it("does not depend on the order of the values", () => {
    fc.assert(
      fc.property(someValues, someValues, (base, values) => {
        const reference = fitReference(base, { bins: 5 });
        return psi(reference, values) === psi(reference, values.toReversed());
      }),
    );
  });

  it("is not a number when there is nothing to compare", () => {
    expect(psi(reference, [])).toBeNaN();
  });

  it.skipIf(!existsSync(housing))(
    "agrees with SQL over the same deciles on California housing (skipped where ../shared/data is absent)",
    async () => {
      for (const name of ["MedInc", "Latitude", "AveOccup"]) {
        const [base, later] = ["reference", "analysis"].map((part) => readColumn(part, name));
        expect(psi(fitReference(base!, { bins: 10 }), later!)).toBeCloseTo(await psiInSql(name), 9);
      }
    },
  );
});

const housingFile = (part: string) => join(housing, `california_housing_${part}.csv`);

function readColumn(part: string, name: string): number[] {
  const [header, ...rows] = readFileSync(housingFile(part), "utf8").trimEnd().split("\n");
  const at = header!.split(",").indexOf(name);
  return rows.map((row) => Number(row.split(",")[at]));
}

/** The same definition, smoothing included, by another implementation. */
async function psiInSql(name: string): Promise<number> {
  const counts = (part: string) => `
    SELECT len(list_filter(edges, e -> e < "${name}")) AS bin, count(*) AS n
    FROM read_csv('${housingFile(part)}'),
      (SELECT quantile_disc("${name}", [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) AS edges
       FROM read_csv('${housingFile("reference")}'))
    GROUP BY bin`;
  const tables = await openTables({ threads: 1 });
  try {
    const [row] = await tables.rows<{ psi: number }>(`
      WITH bins AS (
        SELECT coalesce(r.n, 0) AS m, coalesce(s.n, 0) AS n
        FROM (${counts("reference")}) r FULL JOIN (${counts("analysis")}) s USING (bin)),
      totals AS (SELECT sum(m) AS ms, sum(n) AS ns, count(*) / 2 AS added FROM bins),
      shares AS (
        SELECT (m + added * (m + n) / (ms + ns)) / (ms + added) AS p, (n + added * (m + n) / (ms + ns)) / (ns + added) AS q
        FROM bins, totals)
      SELECT sum((p - q) * ln(p / q)) AS psi FROM shares`);
    return row!.psi;
  } finally {
    tables.close();
  }
}
