import { describe, expect, it } from "vitest";
import { fitReference, psi } from "../../../monitoring/drift/psi.ts";
import { simulateGrocery } from "./simulate.ts";
import { weekOf } from "./truth.ts";
import type { GroceryWorld } from "./world.ts";

const size = { seed: "drift", households: 200, products: 300, weeks: 16 };
const calm = simulateGrocery(size);
const shocked = simulateGrocery({ ...size, drift: { priceShock: 1.4, fromWeek: 9 } });
const shifted = simulateGrocery({ ...size, drift: { tasteShift: 0.5, fromWeek: 9 } });

function firstVisitOfWeek({ truth, visits }: GroceryWorld, week: number): number {
  return visits.startMillis.findIndex((millis) => weekOf(truth.parameters, millis) >= week);
}

/** US cents of each purchase, from one week's first visit on. */
const paidFrom = (world: GroceryWorld, week: number) =>
  world.purchases.salesCents.subarray(world.visits.firstPurchase[firstVisitOfWeek(world, week)]);

describe("drift put into the grocery world", () => {
  it.each([
    ["a price shock", shocked],
    ["a shift of tastes", shifted],
  ])("leaves every purchase and click before its first week as it was: %s", (_, world) => {
    const visit = firstVisitOfWeek(calm, 9);
    const row = calm.visits.firstPurchase[visit]!;
    expect(firstVisitOfWeek(world, 9)).toBe(visit);
    expect(world.purchases.product.subarray(0, row)).toEqual(calm.purchases.product.subarray(0, row));
    expect(world.purchases.salesCents.subarray(0, row)).toEqual(calm.purchases.salesCents.subarray(0, row));
    expect(world.impressions.clicked.subarray(0, 10 * visit)).toEqual(calm.impressions.clicked.subarray(0, 10 * visit));
    expect(world.purchases.product).not.toEqual(calm.purchases.product);
  });

  it("moves the prices paid by the factor of the shock, and makes households buy less", () => {
    const cell = 10 * size.products;
    const price = (world: GroceryWorld) =>
      world.truth.calendar.shelfCents[cell]! + world.truth.calendar.cutCents[cell]!;
    expect(price(shocked)).toBe(Math.round(price(calm) * 1.4));
    expect(paidFrom(shocked, 9).length).toBeLessThan(0.8 * paidFrom(calm, 9).length);
  });

  it("is seen in the prices paid by the population stability index, and nothing is seen without it", () => {
    const reference = fitReference(paidFrom(calm, 5).subarray(0, 3000), { bins: 10 });
    expect(psi(reference, paidFrom(calm, 9))).toBeLessThan(0.02);
    expect(psi(reference, paidFrom(shocked, 9))).toBeGreaterThan(0.1);
  });

  it("gives the stated share of households another taste", () => {
    const changed = shifted.truth.laterTastes.filter((taste) => taste !== undefined).length;
    expect(Math.abs(changed / size.households - 0.5)).toBeLessThan(0.12);
    expect(calm.truth.laterTastes.every((taste) => taste === undefined)).toBe(true);
  });
});
