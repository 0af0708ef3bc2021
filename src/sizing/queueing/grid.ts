/** Times as probabilities on a grid: cell k holds what lies in [k − ½, k + ½) × width, from 0; the rest lies beyond. */

/** Probability of each of `cells + 1` cells. */
export function massesOfTail(tail: (seconds: number) => number, width: number, cells: number): Float64Array {
  const masses = new Float64Array(cells + 1);
  let above = 1;
  for (let cell = 0; cell <= cells; cell++) {
    const next = tail((cell + 0.5) * width);
    masses[cell] = above - next;
    above = next;
  }
  return masses;
}

/** The sum of two independent times on one grid. */
export function convolve(one: Float64Array, other: Float64Array): Float64Array {
  const sum = new Float64Array(one.length);
  const cells = one.length - 1;
  for (let i = 0; i <= cells; i++) {
    const mass = one[i]!;
    if (mass < 1e-18) continue;
    for (let j = cells - i; j >= 0; j--) sum[i + j]! += mass * other[j]!;
  }
  return sum;
}

/**
 * The sum of a time and an exponential wait that comes to a share of them, on one grid: in the same cells as
 * `convolve`, in one pass, since an exponential's cells fall by one ratio.
 *
 * @param share  of those that wait, in [0, 1]
 * @param mean   of the wait of those, in cells, ≥ 0
 */
export function plusExponential(masses: Float64Array, share: number, mean: number): Float64Array {
  if (mean === 0) return masses;
  const ratio = Math.exp(-1 / mean);
  const beyond = share * Math.exp(-0.5 / mean);
  const sum = new Float64Array(masses.length);
  for (let cell = 0, waited = 0; cell < masses.length; cell++) {
    if (cell > 0) waited = ratio * waited + beyond * (1 - ratio) * masses[cell - 1]!;
    sum[cell] = (1 - beyond) * masses[cell]! + waited;
  }
  return sum;
}

/** The cell, with a fraction, up to which a share of the probability lies. */
export function cellAt(masses: Float64Array, share: number): number {
  let below = 0;
  for (let cell = 0; cell < masses.length; cell++) {
    const mass = masses[cell]!;
    if (below + mass >= share) return Math.max(0, cell - 0.5 + (share - below) / mass);
    below += mass;
  }
  return masses.length - 1;
}
