import { checkCount, checkNotNegative } from "../check-range.ts";
import { bisectRising } from "../bisect.ts";

export interface ZipfCache {
  /** Different items that are asked for, ≥ 1. */
  readonly items: number;
  /** s ≥ 0 of the popularity 1/rank^s; 0 is uniform, 0.6 to 1.2 what is seen of pages, products and words. */
  readonly exponent: number;
  /** Items that the cache holds, ≥ 0. */
  readonly capacity: number;
}

/**
 * Share of requests that an LRU cache answers, when requests are independent and popularity follows Zipf's law (Che's
 * approximation: every item stays for the same characteristic time). Ranks above 10,000 are taken in groups of 0.1%.
 *
 * @throws {Problem} `sizing/out-of-range`
 * @see Che, Tung and Wang (2002), IEEE JSAC 20(7); Fricker, Robert and Roberts (2012) for why it is so good
 */
export function lruHitRate({ items, exponent, capacity }: ZipfCache): number {
  checkCount({ items });
  checkNotNegative({ exponent });
  checkCount({ capacity }, 0);
  if (capacity === 0) return 0;
  if (capacity >= items) return 1;
  const groups = zipfGroups(items, exponent);
  const held = (time: number) => groups.reduce((sum, { count, share }) => sum - count * Math.expm1(-share * time), 0);
  const time = bisectRising((t) => held(t) - capacity, { low: 0, start: items });
  return groups.reduce((sum, { count, share }) => sum - count * share * Math.expm1(-share * time), 0);
}

interface Group {
  readonly count: number;
  /** Share of requests that goes to each item of the group. */
  readonly share: number;
}

function zipfGroups(items: number, exponent: number): Group[] {
  const raw: Group[] = [];
  for (let first = 1; first <= items;) {
    const width = first <= 10_000 ? 1 : Math.ceil(first / 1000);
    const count = Math.min(width, items - first + 1);
    raw.push({ count, share: (first + (count - 1) / 2) ** -exponent });
    first += count;
  }
  const sum = raw.reduce((total, { count, share }) => total + count * share, 0);
  return raw.map(({ count, share }) => ({ count, share: share / sum }));
}
