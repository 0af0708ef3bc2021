/** Where a value lies on an axis, in units of the picture, and which values get a tick. */
export interface Scale {
  (value: number): number;
  readonly ticks: readonly number[];
}

/** Ends of an axis in units of the picture; the first may be the larger, as on an upright axis. */
export type Span = readonly [from: number, to: number];

/**
 * An even axis that begins and ends at a tick and covers both values.
 *
 * @param tickCount  about how many ticks there are
 */
export function linearScale(low: number, high: number, [from, to]: Span, tickCount = 5): Scale {
  const ticks = niceTicks(low, high, tickCount);
  const [first, last] = [ticks[0]!, ticks.at(-1)!];
  return Object.assign((value: number) => from + ((value - first) / (last - first)) * (to - from), { ticks });
}

/** An axis on which equal factors are equally long, with ticks at 1, 2 and 5 of the powers of ten; both values above 0. */
export function logScale(low: number, high: number, [from, to]: Span): Scale {
  const all = powersFrom(Math.floor(Math.log10(low)), Math.ceil(Math.log10(high)));
  const first = all.findLast((tick) => tick <= low * (1 + 1e-9)) ?? low;
  const last = all.find((tick) => tick >= high * (1 - 1e-9) && tick > first) ?? high;
  const span = Math.log(last / first);
  const place = (value: number): number => from + (Math.log(Math.max(value, first) / first) / span) * (to - from);
  return Object.assign(place, { ticks: all.filter((tick) => tick >= first && tick <= last) });
}

/**
 * An axis of percentiles on which each further nine is as long as the one before: 0, 0.9, 0.99, 0.999.
 *
 * @param high  largest percentile to show, below 1
 */
export function ninesScale(high: number, [from, to]: Span): Scale {
  const ticks = [0, 0.5, 0.9, 0.95, 0.99, 0.999, 0.9999].filter((tick) => tick <= high + 1e-12);
  const nines = (percentile: number): number => -Math.log10(1 - Math.min(percentile, high));
  return Object.assign((value: number) => from + (nines(value) / nines(high)) * (to - from), { ticks });
}

/**
 * Even, round numbers around two values: steps of 1, 2, 2.5 or 5 times a power of ten.
 *
 * @returns at least two, the first at or below `low`, the last at or above `high`
 * @example niceTicks(0, 97, 5) // => [0, 20, 40, 60, 80, 100]
 */
export function niceTicks(low: number, high: number, count: number): number[] {
  const [bottom, top] = low === high ? [Math.min(0, low), low === 0 ? 1 : Math.max(0, high)] : [low, high];
  const step = niceStep((top - bottom) / count);
  const first = Math.floor(bottom / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(top / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

function niceStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  return [1, 2, 2.5, 5, 10].map((digit) => digit * power).find((step) => step >= raw * (1 - 1e-9))!;
}

function powersFrom(low: number, high: number): number[] {
  return Array.from({ length: high - low + 1 }, (_, at) => low + at).flatMap((power) =>
    [1, 2, 5].map((digit) => Number((digit * 10 ** power).toPrecision(3))),
  );
}
