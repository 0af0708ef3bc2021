/** Largest whole numbers that mean seconds, milliseconds and microseconds since 1970; beyond, nanoseconds. */
const EPOCH_UNITS = [
  { below: 1e11, perMillis: "* 1000" },
  { below: 1e14, perMillis: "" },
  { below: 1e17, perMillis: "// 1000" },
] as const;

/** SQL that reads text as a number, NULL where it is none; `NaN` and infinities pass through as such. */
export function numberSql(text: string): string {
  return `TRY_CAST(CASE WHEN NOT contains(${text}, '_') THEN ${text} END AS DOUBLE)`;
}

/**
 * SQL that reads text as milliseconds since 1970 UTC, NULL where it is no time.
 *
 * Dates and times in ISO 8601 with a blank or a T; an offset is honoured and without one the time is UTC. Whole numbers
 * of 9 digits and more are seconds, milliseconds, microseconds or nanoseconds since 1970, by their size.
 */
export function timeMillisSql(text: string): string {
  const whole = `TRY_CAST(${text} AS BIGINT)`;
  const scales = EPOCH_UNITS.map(({ below, perMillis }) => `WHEN ${whole} < ${below} THEN ${whole} ${perMillis}`);
  const moment = `TRY_CAST(trim(${text}) AS TIMESTAMPTZ)`;
  return `CASE WHEN regexp_full_match(${text}, '\\d{9,19}') THEN CASE ${scales.join(" ")} ELSE ${whole} // 1000000 END
    WHEN regexp_full_match(${text}, '\\s*\\d{4}\\D.*') AND isfinite(${moment}) THEN epoch_ms(${moment}) END`;
}
