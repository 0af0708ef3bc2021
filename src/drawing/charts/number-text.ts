/** A number as axes and bars show it: three digits, thousands as `k`, `M`, `B`. */
export function shortNumber(value: number): string {
  const size = Math.abs(value);
  const [unit, letter] =
    size >= 999.5e6 ? [1e9, "B"] : size >= 999.5e3 ? [1e6, "M"] : size >= 9995 ? [1e3, "k"] : [1, ""];
  const scaled = Number((value / unit).toPrecision(3));
  return `${scaled >= 1000 ? scaled.toLocaleString("en-US") : scaled}${letter}`;
}

/** `850 µs`, `12 ms`, `1.5 s`. */
export function millisText(millis: number): string {
  if (millis !== 0 && Math.abs(millis) < 1) return `${shortNumber(millis * 1000)} µs`;
  return Math.abs(millis) >= 1000 ? `${shortNumber(millis / 1000)} s` : `${shortNumber(millis)} ms`;
}

/** `p50`, `p99`, `p99.9`. */
export const percentileText = (percentile: number): string => `p${Number((percentile * 100).toPrecision(6))}`;

export const shareText = (share: number): string => `${shortNumber(share * 100)} %`;
