import { Problem } from "../kit/problem.ts";

/**
 * Sums that cannot drift. A value is cut into whole units and whole billionths; both are integers, and adding and
 * subtracting integers is exact, so that a window that has emptied is exactly 0 and SQL and JavaScript agree to the last
 * bit. What lies below a billionth is rounded off once, when the value is read.
 *
 * Exact while one window of one key holds fewer than 900,000 values at the limit.
 */
export const LARGEST_SUMMABLE = 1e10;

const BILLION = 1e9;

/** Whole units of a value, towards zero. */
export const units = (value: number): number => Math.trunc(value);

/** The rest in whole billionths; halves away from zero, as SQL rounds. */
export function billionths(value: number): number {
  const rest = (value - Math.trunc(value)) * BILLION;
  return rest < 0 ? -Math.round(-rest) : Math.round(rest);
}

/** The number that summed units and summed billionths stand for. */
export const fromFixedPoint = (units: number, billionths: number): number => units + billionths / BILLION;

/** The same in SQL over a DOUBLE. */
export const unitsSql = (value: string): string => `CAST(trunc(${value}) AS BIGINT)`;

export const billionthsSql = (value: string): string =>
  `CAST(round((${value} - trunc(${value})) * ${BILLION}::DOUBLE) AS BIGINT)`;

export const fromFixedPointSql = (units: string, billionths: string): string =>
  `(CAST(${units} AS DOUBLE) + CAST(${billionths} AS DOUBLE) / ${BILLION}::DOUBLE)`;

/** Lets NaN, a missing value, pass. @throws {Problem} `features/value-out-of-range` */
export function checkSummable(feature: string, value: number): void {
  if (!(Math.abs(value) > LARGEST_SUMMABLE)) return;
  throw new Problem({
    code: "features/value-out-of-range",
    found: `Feature \`${feature}\` sums a value of size ${value}; sums are exact up to ${LARGEST_SUMMABLE}.`,
    fix: "measure the column in a larger unit, such as thousands",
  });
}
