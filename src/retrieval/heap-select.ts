import type { ScoredItems } from "./inner-product.ts";

/**
 * The k best of many scores in O(n + k log n): a heap keeps the worst of the best on top. Ties go to the smaller item;
 * scores that are not a number never enter.
 *
 * @param scores   score of item i at place i
 * @param exclude  items left out
 */
export function heapSelect(scores: Float32Array, k: number, exclude?: ReadonlySet<number>): ScoredItems {
  const wanted = Math.min(k, scores.length);
  const items = new Int32Array(wanted);
  if (wanted === 0) return { items, scores: new Float32Array(0) };
  let size = fillHeap(items, scores, guessBar(scores, wanted), exclude);
  if (size < wanted) size = fillHeap(items, scores, -Infinity, exclude);
  return bestFirst(items, scores, size);
}

/** Leaves the best items of at least `floor` in the heap and returns how many there are. */
function fillHeap(items: Int32Array, scores: Float32Array, floor: number, exclude?: ReadonlySet<number>): number {
  const wanted = items.length;
  let bar = floor;
  let size = 0;
  for (let item = 0; item < scores.length; item++) {
    // Written so that NaN fails. An item at the bar of a full heap loses the tie, being the later one.
    if (!(scores[item]! >= bar) || (size === wanted && scores[item] === bar) || exclude?.has(item)) continue;
    if (size < wanted) {
      items[size] = item;
      siftUp(items, scores, size++);
    } else {
      items[0] = item;
      siftDown(items, scores, size);
    }
    if (size === wanted) bar = scores[items[0]!]!;
  }
  return size;
}

/** A score that about twice as many items reach as are wanted, from an even sample; it only saves heap work. */
function guessBar(scores: Float32Array, wanted: number): number {
  const step = Math.floor(scores.length / 256);
  if (step < 8) return -Infinity;
  const sample = new Float32Array(256);
  for (let i = 0; i < 256; i++) sample[i] = scores[i * step]!;
  sample.sort();
  const bar = sample[255 - Math.ceil((256 * 2 * wanted) / scores.length) - 2];
  return bar === undefined || Number.isNaN(bar) ? -Infinity : bar;
}

/** Takes the worst off the heap again and again; it ends sorted, best first. */
function bestFirst(items: Int32Array, scores: Float32Array, size: number): ScoredItems {
  for (let end = size - 1; end > 0; end--) {
    const worst = items[0]!;
    items[0] = items[end]!;
    items[end] = worst;
    siftDown(items, scores, end);
  }
  const best = items.slice(0, size);
  const bestScores = new Float32Array(size);
  for (let i = 0; i < size; i++) bestScores[i] = scores[best[i]!]!;
  return { items: best, scores: bestScores };
}

function worse(a: number, b: number, scores: Float32Array): boolean {
  return scores[a]! < scores[b]! || (scores[a] === scores[b] && a > b);
}

function siftUp(heap: Int32Array, scores: Float32Array, from: number): void {
  const item = heap[from]!;
  let at = from;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!worse(item, heap[parent]!, scores)) break;
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = item;
}

function siftDown(heap: Int32Array, scores: Float32Array, size: number): void {
  const item = heap[0]!;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    if (child + 1 < size && worse(heap[child + 1]!, heap[child]!, scores)) child++;
    if (!worse(heap[child]!, item, scores)) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = item;
}
