/** Times as probabilities on a grid: cell k holds what lies in [k − ½, k + ½) × width, from 0; the rest lies beyond. */

/** Probability of each of `cells + 1` cells. */
export function massesOfTail(tail: (seconds: number) => number, width: number, cells: number): Float64Array {
  let above = 1;
  return Float64Array.from({ length: cells + 1 }, (_, cell) => {
    const mass = above;
    above = tail((cell + 0.5) * width);
    return mass - above;
  });
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

/** The cell, with a fraction, up to which a share of the probability lies. */
export function cellAt(masses: Float64Array, share: number): number {
  let below = 0;
  for (const [cell, mass] of masses.entries()) {
    if (below + mass >= share) return Math.max(0, cell - 0.5 + (share - below) / mass);
    below += mass;
  }
  return masses.length - 1;
}
