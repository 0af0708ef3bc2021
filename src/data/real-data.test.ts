import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { ingest } from "./ingest.ts";
import { parseCheck } from "./parse-check.ts";
import { manualClock } from "../kit/clock.ts";
import { madeFolders, withTables } from "./testing/made-files.ts";

const root = resolve("../shared/data/dunnhumby-completejourney");
const folder = madeFolders();
const reason = existsSync(root) ? "" : " (skipped: ../shared/data is absent)";

/** Counts below were taken from the files with awk, sort and date, not with this code. */
describe.skipIf(reason !== "")(`real grocery data${reason}`, () => {
  it("is taken in whole: transactions as events, products as a table", async () => {
    await withTables(async (tables) => {
      const options = { root, clock: manualClock(Date.UTC(2026, 0, 1)), quarantineFolder: folder() };
      const transactions = await ingest(
        tables,
        {
          name: "transactions",
          kind: "events",
          files: "transactions*.csv",
          entities: { household: "household_id", product: "product_id" },
          time: "transaction_timestamp",
          known: { column: "received_at", orElse: "transaction_timestamp", plusMillis: 3_600_000 },
          id: ["basket_id", "product_id"],
          checks: ["quantity in 0..1000", "sales_value in 0..", "household_id not null"].map(parseCheck),
        },
        options,
      );
      const products = await ingest(
        tables,
        { name: "products", kind: "table", files: "products.csv", entities: { product: "product_id" }, checks: [] },
        options,
      );
      expect(transactions).toMatchObject({
        rowsRead: 75_000,
        rowsKept: 74_308,
        quarantined: [{ reason: "quantity is outside 0..1000", count: 692 }],
        entities: { household: 2376, product: 20_889 },
        firstTimeMillis: 1_483_273_827_000,
        lastTimeMillis: 1_514_778_458_000,
        lateRows: 74_308,
        columns: { store_id: "DOUBLE", basket_id: "DOUBLE", sales_value: "DOUBLE" },
        knownFrom: "transaction_timestamp",
        warnings: [],
      });
      expect(products).toMatchObject({ rowsRead: 92_331, rowsKept: 92_331, entities: { product: 92_331 } });
      const [joined] = await tables.rows<{ without: number }>(
        `SELECT count(*) FILTER (p.product IS NULL) AS without FROM source_transactions t
         LEFT JOIN source_products p ON t.product = p.product`,
      );
      expect(joined).toEqual({ without: 222 });
    });
  });
});
