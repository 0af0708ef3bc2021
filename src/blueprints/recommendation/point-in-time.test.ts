import { afterEach, describe, expect, it } from "vitest";
import type { Tables } from "../../data/table-store.ts";
import { seededRandom } from "../../kit/random.ts";
import { fitCollaborative } from "./collaborative.ts";
import { pastCandidates } from "./past-candidates.ts";
import { rankRows } from "./rank-rows.ts";
import { cutData, readVisits, type Visit } from "./visits.ts";
import { day, toyPlan, toyTables, type Bought } from "./testing/toy-shop.ts";

const plan = toyPlan();
const noon = 100 * day + day / 2;
let tables: Tables | undefined;
afterEach(() => tables?.close());

const visit = (who: string, timeMillis: number, relevant: string[] = []): Visit => ({
  key: `visit at ${timeMillis}`,
  who,
  timeMillis,
  relevant,
});

async function listsFor(bought: readonly Bought[], one: Visit) {
  tables = await toyTables(bought);
  const { merged, popular } = await pastCandidates(tables, plan, [one], undefined);
  return { merged: merged[0]!, popular: popular[0]! };
}

describe("candidates of a past visit", () => {
  it("hold what was bought before it, most often first, and best sellers as of its day", async () => {
    const found = await listsFor(
      [
        { who: "anna", what: "milk", at: noon - 3 * day },
        { who: "anna", what: "milk", at: noon - 2 * day },
        { who: "anna", what: "eggs", at: noon - day },
        { who: "bert", what: "beer", at: noon - day },
        { who: "bert", what: "beer", at: noon - 2 * day },
        { who: "carl", what: "beer", at: noon - 3 * day },
      ],
      visit("anna", noon),
    );
    expect(found.popular).toEqual(["beer", "milk", "eggs"]);
    expect(found.merged).toEqual(["milk", "beer", "eggs"]);
  });

  it("hold nothing that happened at the visit or later, was known later, was returned, or fell out of the window", async () => {
    const found = await listsFor(
      [
        { who: "anna", what: "of the visit", at: noon },
        { who: "anna", what: "later", at: noon + 1 },
        { who: "anna", what: "known too late", at: noon - 3 * day, known: noon + 1 },
        { who: "anna", what: "returned", at: noon - day, quantity: 0 },
        { who: "anna", what: "a millisecond too old", at: noon - 180 * day - 1 },
        { who: "anna", what: "just in the window", at: noon - 180 * day },
        { who: "anna", what: "known just in time", at: noon - 40 * day, known: noon },
      ],
      visit("anna", noon),
    );
    expect(found.merged).toEqual(["known just in time", "just in the window"]);
    expect(found.popular).toEqual([]);
  });

  it("take best sellers as of midnight: nothing of the day itself, and nothing known after midnight", async () => {
    const midnight = 100 * day;
    const found = await listsFor(
      [
        { who: "bert", what: "before midnight", at: midnight - 1 },
        { who: "bert", what: "at midnight", at: midnight },
        { who: "bert", what: "known after midnight", at: midnight - day, known: midnight + 1 },
        { who: "bert", what: "30 days before", at: midnight - 30 * day },
        { who: "bert", what: "older", at: midnight - 30 * day - 1 },
      ],
      visit("anna", noon),
    );
    expect(found.popular).toEqual(["30 days before", "before midnight"]);
  });
});

describe("the collaborative retriever", () => {
  it("learns nothing from purchases that happened or were known after its moment, or before its training window", async () => {
    tables = await toyTables([
      { who: "anna", what: "milk", at: noon - 2 },
      { who: "bert", what: "milk", at: noon - day, known: noon },
      { who: "late", what: "late", at: noon - day, known: noon + 1 },
      { who: "then", what: "then", at: noon },
      { who: "gone", what: "gone", at: noon - 180 * day - 1 },
      { who: "back", what: "back", at: noon - day, quantity: 0 },
    ]);
    const fitted = await fitCollaborative(tables, plan, noon, seededRandom(1));
    expect(fitted!.users).toEqual(["anna", "bert"]);
    expect(fitted!.items).toEqual(["milk"]);
    expect(fitted!.score("late", "milk")).toBeNaN();
    expect(await fitCollaborative(tables, plan, -1000 * day, seededRandom(1))).toBeUndefined();
  });
});

describe("rows of past visits", () => {
  const bought: Bought[] = [
    { who: "anna", what: "milk", at: noon - day },
    { who: "anna", what: "milk", at: noon - 2 * day, known: noon + 1 },
    { who: "anna", what: "milk", at: noon },
    { who: "bert", what: "milk", at: noon - 2 },
    { who: "bert", what: "eggs", at: noon - 31 * day },
  ];

  it("see neither the visit itself nor what was known later", async () => {
    tables = await toyTables(bought);
    const rows = await rankRows(tables, plan, [visit("anna", noon, ["milk"])], [["eggs", "milk"]], undefined);
    // pair_buys, type_buys, product_buys, pair_views, als_score
    expect([...rows.matrix]).toEqual([0, 0, 0, 0, NaN, 1, 1, 2, 0, NaN]);
    expect([...rows.labels]).toEqual([0, 1]);
    expect([...rows.groups]).toEqual([2]);
  });

  it("are the same however many are computed at once", async () => {
    tables = await toyTables(bought);
    const visits = [visit("anna", noon), visit("bert", noon + 1), visit("nobody", noon - day), visit("anna", noon + 2)];
    const candidates = [["eggs", "milk"], ["milk"], ["milk", "eggs"], ["eggs", "milk"]];
    const whole = await rankRows(tables, plan, visits, candidates, undefined);
    const single = await rankRows(tables, plan, visits, candidates, undefined, 1);
    expect(single).toEqual(whole);
    expect(whole.rowCount).toBe(7);
    expect(whole.matrix[10]).toBe(1);
  });
});

describe("past visits", () => {
  const period = { fromMillis: noon, untilMillis: noon + 2 * day };
  const read = (more: object = {}, most = 100) => readVisits(tables!, plan, { ...period, ...more }, most);

  it("group a basket, count what else was bought within the window, and leave out what was returned", async () => {
    tables = await toyTables([
      { who: "anna", what: "milk", at: noon, basket: 7 },
      { who: "anna", what: "eggs", at: noon + 5, basket: 7 },
      { who: "anna", what: "beer", at: noon + 6, basket: 7, quantity: 0 },
      { who: "anna", what: "fish", at: noon + day - 1, basket: 8 },
      { who: "anna", what: "salt", at: noon + day, basket: 9 },
      { who: "bert", what: "wine", at: noon + 1, basket: 10 },
    ]);
    expect(await read()).toEqual([
      { key: "7", who: "anna", timeMillis: noon, relevant: ["eggs", "fish", "milk"] },
      { key: "10", who: "bert", timeMillis: noon + 1, relevant: ["wine"] },
      { key: "8", who: "anna", timeMillis: noon + day - 1, relevant: ["fish", "salt"] },
      { key: "9", who: "anna", timeMillis: noon + day, relevant: ["salt"] },
    ]);
    expect(await read({}, 2)).toHaveLength(2);
  });

  it("leave out visits that began before the period or whose outcomes are not complete by its end", async () => {
    tables = await toyTables([
      { who: "anna", what: "milk", at: noon - 1, basket: 1 },
      { who: "bert", what: "milk", at: noon + day, basket: 2 },
      { who: "carl", what: "milk", at: noon + day + 1, basket: 3 },
    ]);
    expect((await read()).map(({ key }) => key)).toEqual(["2"]);
  });

  it("count no outcome that was not known when learning began", async () => {
    tables = await toyTables([
      { who: "anna", what: "milk", at: noon, basket: 1 },
      { who: "anna", what: "eggs", at: noon, basket: 1, known: noon + 3 * day },
      { who: "bert", what: "milk", at: noon, basket: 2, known: noon + 3 * day },
    ]);
    const knownByMillis = period.untilMillis;
    expect((await read({ knownByMillis })).map(({ key, relevant }) => [key, relevant])).toEqual([["1", ["milk"]]]);
    expect(await read()).toHaveLength(2);
  });

  it("begin when their list was shown, so that a look at that list is not known yet", async () => {
    const shown = [{ who: "anna", what: "milk", at: noon + 10, basket: 7 }];
    tables = await toyTables([{ who: "anna", what: "milk", at: noon + 900, basket: 7 }], shown);
    const visits = await read();
    expect(visits).toEqual([{ key: "7", who: "anna", timeMillis: noon + 10, relevant: ["milk"] }]);
    const rows = await rankRows(tables, plan, visits, [["milk"]], undefined);
    expect(rows.matrix[3]).toBe(0);
  });

  it("lie on one side of the cuts that the data's own ends give", async () => {
    tables = await toyTables([
      { who: "anna", what: "milk", at: 0 },
      { who: "anna", what: "milk", at: 100 * day },
    ]);
    expect(await cutData(tables, plan)).toEqual({
      firstMillis: 0,
      lastMillis: 100 * day,
      learnFromMillis: 67.5 * day,
      testFromMillis: 90 * day,
    });
    await tables.run("DELETE FROM source_transactions WHERE time_ms > 0");
    await expect(cutData(tables, plan)).rejects.toMatchObject({ code: "run/nothing-to-learn" });
  });
});
