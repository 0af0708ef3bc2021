import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { simulateGrocery } from "./simulate.ts";
import { writeWorld } from "./write.ts";

const folder = mkdtempSync(join(tmpdir(), "plumbline-world-"));
afterAll(() => rmSync(folder, { recursive: true }));

const FILES = ["transactions.csv", "products.csv", "impressions.csv", "truth/oracle.csv", "truth/world.json"];
const real = join(import.meta.dirname, "../../../../../shared/data/dunnhumby-completejourney");

async function write(name: string, seed: number) {
  const rows = await writeWorld(simulateGrocery({ seed, households: 80, products: 150, weeks: 8 }), join(folder, name));
  return { rows, folder: join(folder, name) };
}

const hashes = (from: string) =>
  FILES.map((file) =>
    createHash("sha256")
      .update(readFileSync(join(from, file)))
      .digest("hex"),
  );
const table = (from: string, file: string) => {
  const [header, ...rows] = readFileSync(join(from, file), "utf8").trimEnd().split("\n");
  const names = header!.split(",");
  return rows.map((row) => Object.fromEntries(row.split(",").map((cell, at) => [names[at]!, cell])));
};
const column = (rows: Record<string, string>[], name: string) => rows.map((row) => row[name]!);

const first = await write("first", 5);

describe("the files of a grocery world", () => {
  it("have the same bytes for the same seed, and others for another seed", async () => {
    expect(hashes((await write("second", 5)).folder)).toEqual(hashes(first.folder));
    const other = hashes((await write("third", 6)).folder);
    hashes(first.folder).forEach((hash, file) => expect(other[file]).not.toBe(hash));
  });

  it.each([
    ["transactions.csv", ["transaction_timestamp", "basket_id"]],
    ["impressions.csv", ["shown_at"]],
    ["truth/oracle.csv", ["basket_id"]],
  ])("hold their rows in order: %s by %s", (file, [by]) => {
    const values = column(table(first.folder, file), by!);
    expect(values).toEqual(values.toSorted());
  });

  it("say of every row when it was known, never before it happened", () => {
    for (const row of table(first.folder, "transactions.csv")) {
      expect(row.received_at! > row.transaction_timestamp!).toBe(true);
    }
    for (const row of table(first.folder, "impressions.csv")) {
      const seconds = (Date.parse(`${row.received_at}Z`) - Date.parse(`${row.shown_at}Z`)) / 1000;
      expect(seconds).toBeGreaterThanOrEqual(1);
      expect(seconds).toBeLessThanOrEqual(20);
    }
  });

  it("hold the numbers of rows they were said to hold, each event once", () => {
    const transactions = table(first.folder, "transactions.csv");
    const impressions = table(first.folder, "impressions.csv");
    expect(transactions.length).toBe(first.rows.transactions);
    expect(impressions.length).toBe(first.rows.impressions);
    expect(new Set(transactions.map((row) => `${row.basket_id} ${row.product_id}`)).size).toBe(transactions.length);
    expect(new Set(column(impressions, "impression_id")).size).toBe(impressions.length);
  });

  it("name only products that the catalogue has", () => {
    const known = new Set(column(table(first.folder, "products.csv"), "product_id"));
    expect(known.size).toBe(150);
    for (const file of ["transactions.csv", "impressions.csv", "truth/oracle.csv"]) {
      for (const product of new Set(column(table(first.folder, file), "product_id"))) expect(known).toContain(product);
    }
  });

  it("write money in dollars and cents, and whole quantities", () => {
    for (const row of table(first.folder, "transactions.csv")) {
      for (const name of ["sales_value", "retail_disc", "coupon_disc", "coupon_match_disc"]) {
        expect(row[name]).toMatch(/^\d+\.\d\d$/);
      }
      expect(row.quantity).toMatch(/^[1-4]\.0$/);
    }
  });

  it("keep the truth out of what a learner reads", () => {
    const readable = FILES.slice(0, 3).map((file) => readFileSync(join(first.folder, file), "utf8").split("\n")[0]!);
    expect(readable.join()).not.toMatch(/probability|attraction|taste|popularity/);
    const { law, parameters } = JSON.parse(readFileSync(join(first.folder, "truth/world.json"), "utf8"));
    expect(parameters.seed).toBe(5);
    expect(law.oracleLength).toBe(20);
  });

  it.skipIf(!existsSync(real))(
    "have the columns of the real transactions and products (skipped where ../shared/data is absent)",
    () => {
      const header = (path: string) => readFileSync(path, "utf8").split("\n", 1)[0]!;
      const made = (file: string) => header(join(first.folder, file));
      expect(made("transactions.csv")).toBe(`${header(join(real, "transactions_sample.csv"))},received_at`);
      expect(made("products.csv")).toBe(header(join(real, "products.csv")));
    },
  );

  it("are refused with a Problem where they cannot be written", async () => {
    writeFileSync(join(folder, "occupied"), "");
    await expect(write("occupied", 5)).rejects.toMatchObject({ code: "world/cannot-write" });
  });
});
