import { nearest } from "../kit/suggest.ts";
import { Problem } from "../kit/problem.ts";
import { checkNotNegative } from "./check-range.ts";

/** What one unit costs, in US dollars: a range, because list prices for the same thing differ by factors. */
export interface Price {
  readonly unit: string;
  readonly lowUsd: number;
  readonly baseUsd: number;
  readonly highUsd: number;
  /** Where the three numbers come from, in words. */
  readonly source: string;
  /** Day or month that the numbers are of. */
  readonly asOf: string;
}

/**
 * List prices without commitments, rounded, to be overridden by what a team really pays. Low is a smaller or cheaper
 * provider or class, high an expensive one; base is a common choice on a large cloud in a region of the United States.
 */
export const priceBook = {
  vcpuHour: price(
    "vCPU-hour",
    [0.022, 0.032, 0.041],
    "on-demand: a shared-core class, a general-purpose class, containers without servers; memory apart",
  ),
  memoryGibHour: price("GiB-hour", [0.0029, 0.0042, 0.0045], "on-demand memory of the same three classes"),
  smallAcceleratorHour: price(
    "accelerator-hour",
    [0.35, 0.7, 1.0],
    "on-demand inference cards of 16 to 24 GB (T4, L4, A10G classes), host included",
  ),
  mediumAcceleratorHour: price(
    "accelerator-hour",
    [1.1, 2.0, 3.7],
    "on-demand cards of 80 GB of the A100 class: specialised provider, falling and older list prices of large clouds",
  ),
  largeAcceleratorHour: price(
    "accelerator-hour",
    [2.0, 3.5, 7.0],
    "on-demand cards of 80 GB of the H100 class: specialised provider to single-card machine of a large cloud",
  ),
  objectStorageGibMonth: price(
    "GiB-month",
    [0.015, 0.023, 0.026],
    "standard class of object stores, first tier; requests apart",
  ),
  blockSsdGibMonth: price(
    "GiB-month",
    [0.08, 0.1, 0.17],
    "network SSD volumes: general purpose, balanced, fast; extra operations apart",
  ),
  egressGib: price(
    "GiB",
    [0.05, 0.09, 0.12],
    "to the internet: after the volume discounts, first tier, premium network",
  ),
  queueMillion: price(
    "million messages",
    [0.24, 0.4, 0.8],
    "managed queues, per operation: after volume discounts, first tier, a dearer provider",
  ),
  llmInputMillionTokens: price(
    "million tokens",
    [0.15, 2.5, 15],
    "hosted language models, input: small, middle and largest models of large vendors",
  ),
  llmOutputMillionTokens: price("million tokens", [0.6, 10, 75], "hosted language models, output: the same three"),
  labelMinute: price(
    "minute",
    [0.1, 0.3, 1.0],
    "paid human labelling at 6, 18 and 60 dollars an hour: crowd, trained staff, specialists",
  ),
} as const satisfies Record<string, Price>;

export type PriceName = keyof typeof priceBook;
export type PriceBook = Readonly<Record<PriceName, Price>>;

/** What a design may say of a price: one number for a known price, or a range. */
export type PriceOverride = number | { readonly lowUsd: number; readonly baseUsd: number; readonly highUsd: number };

/**
 * The book with some prices replaced. A replaced price says so as its source.
 *
 * @param asOf  when the new prices were looked up
 * @throws {Problem} `sizing/unknown-price`; `sizing/out-of-range` for a price below 0 or a range out of order
 */
export function withPrices(
  overrides: Readonly<Record<string, PriceOverride>>,
  asOf: string,
  book: PriceBook = priceBook,
): PriceBook {
  const replaced = Object.entries(overrides).map(([name, override]) => [
    name,
    replacedPrice(book, name, override, asOf),
  ]);
  return { ...book, ...(Object.fromEntries(replaced) as Partial<PriceBook>) };
}

/** A cost and how sure it is. */
export interface CostRange {
  readonly lowUsd: number;
  readonly baseUsd: number;
  readonly highUsd: number;
}

/** Quantity × unit price for every line, and their sum: all low, all base, all high. */
export function costOf(
  quantities: Readonly<Partial<Record<PriceName, number>>>,
  book: PriceBook = priceBook,
): {
  readonly lines: readonly (CostRange & { readonly name: PriceName; readonly quantity: number })[];
  readonly total: CostRange;
} {
  const lines = (Object.entries(quantities) as [PriceName, number][]).map(([name, quantity]) => {
    checkNotNegative({ [name]: quantity });
    return { name, quantity, ...times(named(book, name), quantity) };
  });
  const sum = (of: keyof CostRange) => lines.reduce((total, line) => total + line[of], 0);
  return { lines, total: { lowUsd: sum("lowUsd"), baseUsd: sum("baseUsd"), highUsd: sum("highUsd") } };
}

function price(unit: string, [lowUsd, baseUsd, highUsd]: readonly [number, number, number], source: string): Price {
  return { unit, lowUsd, baseUsd, highUsd, source, asOf: "2026-05" };
}

function times({ lowUsd, baseUsd, highUsd }: CostRange, quantity: number): CostRange {
  return { lowUsd: lowUsd * quantity, baseUsd: baseUsd * quantity, highUsd: highUsd * quantity };
}

function replacedPrice(book: PriceBook, name: string, override: PriceOverride, asOf: string): Price {
  const { unit } = named(book, name);
  const range = typeof override === "number" ? { lowUsd: override, baseUsd: override, highUsd: override } : override;
  checkNotNegative({ ...range });
  if (range.lowUsd <= range.baseUsd && range.baseUsd <= range.highUsd)
    return { unit, ...range, source: "the design", asOf };
  throw new Problem({
    code: "sizing/out-of-range",
    found: `${name} goes from ${range.lowUsd} over ${range.baseUsd} to ${range.highUsd}, which is not in order`,
    fix: "give low ≤ base ≤ high",
  });
}

function named(book: PriceBook, name: string): Price {
  if (Object.hasOwn(book, name)) return book[name as PriceName];
  const meant = nearest(name, Object.keys(book));
  throw new Problem({
    code: "sizing/unknown-price",
    found: `the price book has no ${name}`,
    fix: meant ? `name ${meant}` : `name one of ${Object.keys(book).join(", ")}`,
  });
}
