/**
 * Where a function that never falls comes to 0 or above.
 *
 * @param low    where the function is below 0
 * @param start      > low; doubled away from `low` until the function is no longer below 0
 * @param precision  relative width at which to stop; the last bits when absent
 */
export function bisectRising(
  rising: (x: number) => number,
  { low, start, precision = 1e-15 }: { low: number; start: number; precision?: number },
): number {
  let [below, above] = [low, start];
  while (rising(above) < 0) {
    below = above;
    above = low + (above - low) * 2;
  }
  for (let step = 0; step < 100 && above - below > precision * Math.abs(above); step++) {
    const middle = (below + above) / 2;
    if (rising(middle) < 0) below = middle;
    else above = middle;
  }
  return above;
}

/**
 * The smallest whole number from `least` on for which a condition that stays true once true holds; `undefined` above
 * `most`.
 *
 * @param stride  how far beyond `least` to look first, ≥ 1: about where the answer is expected, else 1
 */
export function firstWhole(
  least: number,
  most: number,
  holds: (count: number) => boolean,
  stride = 1,
): number | undefined {
  let [low, high] = [least, least];
  for (let width = stride; !holds(high); width *= 2) {
    if (high >= most) return undefined;
    low = high + 1;
    high = Math.min(most, high + width);
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return high;
}
