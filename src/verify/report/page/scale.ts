/** Where a value lies on an axis, in the drawing's units, and which values get a tick. */
export interface Scale {
  (value: number): number;
  readonly ticks: readonly number[];
}

/**
 * An even axis from `low` to the first tick at or above `high`.
 *
 * @param from  drawing position of `low`
 * @param to    drawing position of the other end
 */
export function linearScale(low: number, high: number, from: number, to: number, tickCount: number): Scale {
  const step = roundStep((high - low) / tickCount);
  const top = Math.ceil((high - low) / step - 1e-9) * step + low;
  const ticks = Array.from({ length: Math.round((top - low) / step) + 1 }, (_, i) => low + i * step);
  return Object.assign((value: number) => from + ((value - low) / (top - low)) * (to - from), { ticks });
}

/** An axis on which equal factors are equally long; ticks at 1, 2 and 5 of each power of ten. */
export function logScale(low: number, high: number, from: number, to: number): Scale {
  const span = Math.log(high / low);
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
    for (const digit of [1, 2, 5]) ticks.push(digit * 10 ** power);
  }
  const place = (value: number): number => from + (Math.log(Math.max(value, low) / low) / span) * (to - from);
  return Object.assign(place, { ticks: ticks.filter((tick) => tick >= low * 0.999 && tick <= high * 1.001) });
}

function roundStep(raw: number): number {
  if (!(raw > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(raw));
  return [1, 2, 5, 10].map((digit) => digit * power).find((step) => step >= raw * 0.999)!;
}

/** A position with one decimal, as drawings need it. */
export const at = (position: number): string => (Math.round(position * 10) / 10).toString();
