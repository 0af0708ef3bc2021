import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "../../../kit/problem.ts";
import { dollars, timestampWriter, writeLines } from "./csv.ts";
import { departments } from "./departments.ts";
import { examination } from "./lists.ts";
import { groceryLaw } from "./parameters.ts";
import { weekOf } from "./truth.ts";
import { basketId, storeId, type GroceryWorld } from "./world.ts";

/** Rows written, headers not counted. */
export interface WrittenRows {
  readonly transactions: number;
  readonly products: number;
  readonly impressions: number;
  readonly oracle: number;
}

/**
 * Writes what a shop would have on disk (`transactions.csv`, `products.csv`, `impressions.csv`, rows by time) and, in
 * `truth/`, what no learner may read: `oracle.csv` and, last of all, `world.json`, which so marks a complete folder.
 *
 * @throws {Problem} `world/cannot-write`
 */
export async function writeWorld(world: GroceryWorld, folder: string): Promise<WrittenRows> {
  try {
    await mkdir(join(folder, "truth"), { recursive: true });
    const rows = {
      transactions: (await writeLines(join(folder, "transactions.csv"), transactionLines(world))) - 1,
      products: (await writeLines(join(folder, "products.csv"), productLines(world))) - 1,
      impressions: (await writeLines(join(folder, "impressions.csv"), impressionLines(world))) - 1,
      oracle: (await writeLines(join(folder, "truth", "oracle.csv"), oracleLines(world))) - 1,
    };
    await writeFile(join(folder, "truth", "world.json"), `${JSON.stringify(describe(world, rows), undefined, 2)}\n`);
    return rows;
  } catch (cause) {
    throw new Problem({
      code: "world/cannot-write",
      found: `The simulated data cannot be written to ${folder}: ${cause instanceof Error ? cause.message : cause}.`,
      fix: "name a folder that can be written, on a disk with 150 MB left",
      cause,
    });
  }
}

function* transactionLines({ truth, visits, purchases }: GroceryWorld): Generator<string> {
  yield "household_id,store_id,basket_id,product_id,quantity,sales_value,retail_disc,coupon_disc,coupon_match_disc,week,transaction_timestamp,received_at";
  const timestamp = timestampWriter();
  const byCheckout = Int32Array.from(visits.household.keys()).sort(
    (a, b) => visits.checkoutMillis[a]! - visits.checkoutMillis[b]! || a - b,
  );
  for (const visit of byCheckout) {
    const household = truth.households[visits.household[visit]!]!.id;
    const head = `${household},${storeId(visits.store[visit]!)},${basketId(visit)}`;
    const week = weekOf(truth.parameters, visits.startMillis[visit]!);
    const tail = `${week},${timestamp(visits.checkoutMillis[visit]!)},${timestamp(visits.receivedMillis[visit]!)}`;
    for (let row = visits.firstPurchase[visit]!; row < visits.firstPurchase[visit + 1]!; row++) {
      const product = truth.catalogue[purchases.product[row]!]!.id;
      const sales = dollars(purchases.salesCents[row]!);
      const discount = dollars(purchases.retailDiscountCents[row]!);
      const coupons = `${dollars(purchases.couponCents[row]!)},${dollars(purchases.couponMatchCents[row]!)}`;
      yield `${head},${product},${purchases.quantity[row]}.0,${sales},${discount},${coupons},${tail}`;
    }
  }
}

function* productLines({ truth }: GroceryWorld): Generator<string> {
  yield "product_id,manufacturer_id,department,brand,product_category,product_type,package_size";
  for (const { id, manufacturerId, department, brand, category, type, size } of truth.catalogue) {
    yield [id, manufacturerId, departments[department]!.name, brand, category, type, size].join(",");
  }
}

function* impressionLines({ truth, visits, impressions }: GroceryWorld): Generator<string> {
  yield "impression_id,household_id,product_id,shown_at,received_at,position,clicked,propensity,basket_id";
  const timestamp = timestampWriter();
  for (let row = 0; row < impressions.product.length; row++) {
    const visit = Math.floor(row / groceryLaw.listLength);
    const position = (row % groceryLaw.listLength) + 1;
    const basket = basketId(visit);
    const household = truth.households[visits.household[visit]!]!.id;
    const product = truth.catalogue[impressions.product[row]!]!.id;
    const times = `${timestamp(visits.startMillis[visit]!)},${timestamp(impressions.receivedMillis[row]!)}`;
    const outcome = `${position},${impressions.clicked[row]},${impressions.propensity[row]}`;
    yield `${basket}-${position},${household},${product},${times},${outcome},${basket}`;
  }
}

function* oracleLines({ truth, oracle }: GroceryWorld): Generator<string> {
  yield "basket_id,rank,product_id,probability";
  for (let row = 0; row < oracle.product.length; row++) {
    const basket = basketId(oracle.firstVisit + Math.floor(row / groceryLaw.oracleLength));
    const rank = (row % groceryLaw.oracleLength) + 1;
    yield `${basket},${rank},${truth.catalogue[oracle.product[row]!]!.id},${oracle.probability[row]!.toFixed(6)}`;
  }
}

function describe(world: GroceryWorld, rows: WrittenRows) {
  const examined = Array.from({ length: groceryLaw.listLength }, (_, k) => examination(k + 1));
  return { parameters: world.truth.parameters, law: groceryLaw, examination: examined, rows };
}
