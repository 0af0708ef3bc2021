/**
 * Inner edges of quantile bins; bin k holds edge[k − 1] < x ≤ edge[k]. A value that fills a whole bin by itself (a
 * constant, a spike at zero) gets a bin of its own, so that values next to it are told apart from it.
 *
 * @param sorted  ascending, no NaN, at least one
 * @param bins    ≥ 2
 * @returns strictly ascending
 */
export function quantileEdges(sorted: Float64Array, bins: number): number[] {
  const edges = new Set<number>();
  let previous: number | undefined;
  for (let k = 1; k <= bins; k++) {
    const edge = sorted[Math.min(sorted.length, Math.ceil((k * sorted.length) / bins)) - 1]!;
    if (k < bins || edge === previous) edges.add(edge);
    if (edge === previous) edges.add(justBelow(edge));
    previous = edge;
  }
  return [...edges].sort((a, b) => a - b);
}

/** Number of values in each bin; the last entry, after one more bin than edges, counts missing values (NaN). */
export function binCounts(edges: readonly number[], values: ArrayLike<number>): number[] {
  const counts = new Array<number>(edges.length + 2).fill(0);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    counts[Number.isNaN(value) ? edges.length + 1 : binOf(edges, value)]!++;
  }
  return counts;
}

/** Index of the first edge at or above the value. */
function binOf(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The largest double below a finite value. */
function justBelow(value: number): number {
  if (value === 0) return -Number.MIN_VALUE;
  const bits = new BigInt64Array(new Float64Array([value]).buffer);
  bits[0]! += value > 0 ? -1n : 1n;
  return new Float64Array(bits.buffer)[0]!;
}
