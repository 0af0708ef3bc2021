/** Gain of every label: 2^label − 1, or the label itself. */
export function gainTable(labels: Float32Array, kind: "exponential" | "linear"): Float64Array {
  return Float64Array.from(labels, (label) => (kind === "linear" ? label : 2 ** label - 1));
}

/** Weight of each rank from 0: 1 / log2(2 + rank). */
export function discountTable(size: number): Float64Array {
  return new Float64Array(size).map((_, rank) => 1 / Math.log2(2 + rank));
}

/** Start of every group among consecutive rows. */
export function groupStarts(groups: Int32Array): Int32Array {
  const starts = new Int32Array(groups.length);
  for (let i = 1; i < groups.length; i++) starts[i] = starts[i - 1]! + groups[i - 1]!;
  return starts;
}

/** The largest DCG that any order of these gains reaches in the first `cut` ranks. */
export function idealDcg(gains: Float64Array, cut: number): number {
  const sorted = gains.slice().sort();
  let sum = 0;
  for (let rank = 0; rank < Math.min(cut, sorted.length); rank++)
    sum += sorted[sorted.length - 1 - rank]! / Math.log2(2 + rank);
  return sum;
}
