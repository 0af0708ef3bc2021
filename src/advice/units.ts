/** Numbers, the way a document writes them. Each can be read back by the format. */

export const daySeconds = 86_400;
export const weekSeconds = 7 * daySeconds;

const trim = (value: number, digits = 3): string => String(Number(value.toPrecision(digits)));

/** `1m`, `6h`, `30d`: the largest unit that keeps the number whole, else three digits. */
export function duration(seconds: number): string {
  const units = [
    [daySeconds, "d"],
    [3600, "h"],
    [60, "m"],
    [1, "s"],
  ] as const;
  const whole = units.find(([size]) => seconds >= size && Number.isInteger(Number((seconds / size).toPrecision(12))));
  if (whole) return `${Math.round(seconds / whole[0])}${whole[1]}`;
  return seconds >= 1 ? `${trim(seconds)}s` : `${trim(seconds * 1e3)}ms`;
}

/** `300/s`, or `12k/d` below one in ten seconds. */
export function rate(perSecond: number): string {
  return perSecond >= 0.1 ? `${count(perSecond)}/s` : `${count(perSecond * daySeconds)}/d`;
}

/** `53k`, `1.2M`, `300`. */
export function count(value: number): string {
  const [size, letter] = value >= 1e9 ? [1e9, "B"] : value >= 1e6 ? [1e6, "M"] : value >= 1e4 ? [1e3, "k"] : [1, ""];
  return `${trim(value / size)}${letter}`.replace(/^(\d+(?:\.\d+)?)e\+?(\d+)/, (text) => String(Number(text)));
}

/** `5%`, `0.17%`. */
export const share = (value: number): string => `${trim(value * 100)}%`;

/** `40 MB`, `1.2 TB`. */
export function bytes(value: number): string {
  const [size, unit] =
    value >= 1e12 ? [1e12, "TB"] : value >= 1e9 ? [1e9, "GB"] : value >= 1e6 ? [1e6, "MB"] : [1e3, "kB"];
  return `${trim(value / size)} ${unit}`;
}

/** `12k $`, for sentences. */
export const money = (usd: number): string => `${count(usd)} $`;

/** The smallest of a ladder of steps that is at least the value; the last one where none is. */
export const stepUp = (value: number, ladder: readonly number[]): number =>
  ladder.find((step) => step >= value) ?? ladder.at(-1)!;

/** The largest of a ladder of steps that is at most the value; the first one where none is. */
export const stepDown = (value: number, ladder: readonly number[]): number =>
  ladder.findLast((step) => step <= value) ?? ladder[0]!;

/** Down to one leading digit: 843 → 800. */
export function leadingDigit(value: number): number {
  const size = 10 ** Math.floor(Math.log10(value));
  return Math.floor(value / size) * size;
}
