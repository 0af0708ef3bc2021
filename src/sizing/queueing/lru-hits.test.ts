import { describe, expect, it } from "vitest";
import { seededRandom } from "../../kit/random.ts";
import { lruHitRate } from "./lru-hits.ts";

/** An LRU cache under independent Zipf requests: a Map keeps keys in the order of their last use. */
function simulatedHitRate(items: number, exponent: number, capacity: number): number {
  const random = seededRandom(`lru ${items} ${exponent} ${capacity}`);
  const upTo = new Float64Array(items);
  for (let rank = 1, sum = 0; rank <= items; rank++) upTo[rank - 1] = sum += rank ** -exponent;
  const cache = new Set<number>();
  let hits = 0;
  for (let i = 0; i < 400_000; i++) {
    const item = firstAbove(upTo, random.next() * upTo.at(-1)!);
    if (cache.delete(item) && i >= 100_000) hits++;
    cache.add(item);
    if (cache.size > capacity) cache.delete(cache.values().next().value!);
  }
  return hits / 300_000;
}

function firstAbove(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

describe("hits of an LRU cache", () => {
  it.each([
    [1000, 0.8, 100],
    [10_000, 1, 300],
    [5000, 0, 1000],
    [2000, 1.2, 20],
  ])(
    "on %d items with exponent %d and capacity %d are those of a simulated cache, within 0.01",
    (items, exponent, capacity) => {
      expect(
        Math.abs(lruHitRate({ items, exponent, capacity }) - simulatedHitRate(items, exponent, capacity)),
      ).toBeLessThan(0.01);
    },
  );

  it("are capacity over items when all are as popular", () => {
    expect(lruHitRate({ items: 5000, exponent: 0, capacity: 1000 })).toBeCloseTo(0.2, 6);
  });

  it("change little when ranks are taken in groups, rise with capacity, and end at 1", () => {
    const at = (capacity: number) => lruHitRate({ items: 10_000_000, exponent: 0.9, capacity });
    const rates = [0, 1000, 100_000, 5_000_000, 10_000_000].map(at);
    expect(rates).toEqual([...rates].sort((a, b) => a - b));
    expect([rates[0], rates.at(-1)]).toEqual([0, 1]);
  });
});
