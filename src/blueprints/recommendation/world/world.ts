import type { Truth } from "./truth.ts";

/** Columns of all visits, in the order they start. */
export interface Visits {
  /** Index of the household. */
  readonly household: Int32Array;
  readonly store: Int32Array;
  /** When the list was shown. */
  readonly startMillis: Float64Array;
  /** When the till was closed. */
  readonly checkoutMillis: Float64Array;
  /** When the store's upload made the till known. */
  readonly receivedMillis: Float64Array;
  /** Purchases of visit v are rows firstPurchase[v] to firstPurchase[v + 1] − 1; one longer than the other columns. */
  readonly firstPurchase: Int32Array;
}

/** Columns of all purchases, grouped by visit. Money in US cents. */
export interface Purchases {
  /** Index of the product. */
  readonly product: Int32Array;
  readonly quantity: Uint8Array;
  readonly salesCents: Int32Array;
  readonly retailDiscountCents: Int32Array;
  readonly couponCents: Int32Array;
  readonly couponMatchCents: Int32Array;
}

/** Columns of all shown products: position k (from 0) of visit v is row v × listLength + k. */
export interface Impressions {
  readonly product: Int32Array;
  readonly clicked: Uint8Array;
  readonly propensity: Float64Array;
  readonly receivedMillis: Float64Array;
  /** Truth: probability of a click once looked at. */
  readonly attraction: Float64Array;
}

/** Truth of the held-out visits: rank r (from 0) of the n-th of them is row n × oracleLength + r. */
export interface Oracle {
  /** First held-out visit; the oracle covers it and all later ones. */
  readonly firstVisit: number;
  readonly product: Int32Array;
  /** Probability to be in this visit's basket. */
  readonly probability: Float64Array;
  /** By held-out visit: mean basket size. */
  readonly expectedItems: Float64Array;
}

/** A simulated grocery trade whose truth is known. Frozen once made. */
export interface GroceryWorld {
  readonly truth: Truth;
  readonly visits: Visits;
  readonly purchases: Purchases;
  readonly impressions: Impressions;
  readonly oracle: Oracle;
}

/** The number that stands for a visit in every file. */
export function basketId(visit: number): string {
  return String(40_000_000_000 + visit * 7);
}

/** The number that stands for a store in every file. */
export function storeId(store: number): string {
  return String(300 + store * 3);
}
