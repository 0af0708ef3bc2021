/**
 * Keeps every query group ordered by falling score, ties by position. Scores move little from one tree to the next, so
 * sorting starts from the last order: nearly sorted runs cost one pass.
 */
export interface RankOrder {
  /** Rows, group after group, best first within each; valid until the next `sort`. */
  readonly order: Int32Array;
  sort(scores: Float64Array, from: number, count: number): void;
}

export function rankOrder(rowCount: number): RankOrder {
  const order = new Int32Array(rowCount).map((_, i) => i);
  const spare = new Int32Array(rowCount);
  return { order, sort: (scores, from, count) => mergeSort(order, spare, scores, from, from + count) };
}

const RUN = 24;

function mergeSort(order: Int32Array, spare: Int32Array, scores: Float64Array, from: number, to: number): void {
  for (let start = from; start < to; start += RUN) insertionSort(order, scores, start, Math.min(to, start + RUN));
  for (let width = RUN; width < to - from; width *= 2)
    for (let start = from; start + width < to; start += 2 * width)
      merge(order, spare, scores, start, start + width, Math.min(to, start + 2 * width));
}

/** Whether row a stands behind row b. */
const isBehind = (scores: Float64Array, a: number, b: number): boolean =>
  scores[a]! < scores[b]! || (scores[a] === scores[b] && a > b);

function insertionSort(order: Int32Array, scores: Float64Array, from: number, to: number): void {
  for (let i = from + 1; i < to; i++) {
    const row = order[i]!;
    let j = i - 1;
    while (j >= from && isBehind(scores, order[j]!, row)) {
      order[j + 1] = order[j]!;
      j--;
    }
    order[j + 1] = row;
  }
}

function merge(
  order: Int32Array,
  spare: Int32Array,
  scores: Float64Array,
  from: number,
  middle: number,
  to: number,
): void {
  if (!isBehind(scores, order[middle - 1]!, order[middle]!)) return;
  for (let i = from; i < middle; i++) spare[i] = order[i]!;
  let a = from;
  let b = middle;
  for (let out = from; a < middle; out++) {
    if (b < to && isBehind(scores, spare[a]!, order[b]!)) order[out] = order[b++]!;
    else order[out] = spare[a++]!;
  }
}
