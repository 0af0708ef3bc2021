import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Event } from "../../../data/event.ts";
import { pastCandidates } from "../past-candidates.ts";
import { day, toyPlan, toyTables, type Bought } from "../testing/toy-shop.ts";
import type { RecommendationPlan } from "../plan.ts";
import { openPurchaseHistory } from "./purchase-history.ts";

const complete = toyPlan();
const take = 3;
const overMillis = 30 * day;
/** One retriever at a time, so that its list is seen as it is. */
const only = (retrieve: RecommendationPlan["retrieve"]): RecommendationPlan => ({ ...complete, retrieve });
const bySql = {
  "bought-before": only({ boughtBefore: { overMillis, take } }),
  popularity: only({ popularity: { overMillis, take } }),
};

const asEvent = ({ who, what, at, known, quantity }: Bought, i: number): Event => ({
  id: `e${i}`,
  source: "transactions",
  timeMillis: at,
  knownMillis: known ?? at,
  entities: { household: who, product: what },
  values: { quantity: quantity ?? 1 },
});

/** Few names and a coarse time, so that ties and window ends are common; moments around day 40. */
const momentMillis = fc
  .tuple(fc.integer({ min: 8, max: 41 }), fc.constantFrom(0, 1, day / 2, day - 1))
  .map(([days, more]) => days * day + more);
const purchase: fc.Arbitrary<Bought> = fc
  .record({
    who: fc.constantFrom("anna", "bert"),
    what: fc.constantFrom("a", "B", "c", "Z", "é"),
    at: momentMillis,
    late: fc.constantFrom(0, 0, 1, day),
    quantity: fc.constantFrom(1, 1, 2, 0),
  })
  .map(({ late, ...rest }) => ({ ...rest, known: rest.at + late }));

describe("the purchase history of serving", () => {
  it("gives the same lists as the SQL that trained the ranker, whatever was bought and known when", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(purchase, { minLength: 1, maxLength: 40 }),
        fc.array(fc.tuple(fc.constantFrom("anna", "bert", "nobody"), fc.integer({ min: 37, max: 42 })), {
          minLength: 1,
          maxLength: 5,
        }),
        async (bought, asked) => {
          const tables = await toyTables(bought);
          try {
            const visits = asked.map(([who, days]) => ({ key: "", who, timeMillis: days * day, relevant: [] }));
            const history = openPurchaseHistory(complete);
            history.append(bought.map(asEvent));
            const before = await pastCandidates(tables, bySql["bought-before"], visits, undefined);
            const popular = await pastCandidates(tables, bySql.popularity, visits, undefined);
            visits.forEach(({ who, timeMillis }, i) => {
              expect(history.boughtBefore(who, timeMillis, overMillis, take)).toEqual(before.merged[i]);
              expect(history.popular(timeMillis, overMillis, take)).toEqual(popular.merged[i]);
              expect(history.popular(timeMillis, complete.baseline.overMillis, 100)).toEqual(popular.popular[i]);
            });
          } finally {
            tables.close();
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("counts an event that comes twice once, in whatever order events come", () => {
    const bought = ["a", "b", "b", "a", "a"].map((what, i) => asEvent({ who: "anna", what, at: i * day }, i));
    const [forth, back] = [openPurchaseHistory(complete), openPurchaseHistory(complete)];
    forth.append(bought);
    back.append(bought.toReversed());
    back.append(bought);
    for (const history of [forth, back]) {
      expect(history.boughtBefore("anna", 3 * day, overMillis, 9)).toEqual(["b", "a"]);
      expect(history.popular(5 * day, overMillis, 9)).toEqual(["a", "b"]);
    }
  });
});
