import type { Random } from "../../kit/random.ts";

/**
 * Ascending indices of a uniform draw without replacement (Knuth's selection sampling).
 *
 * @param of    size of the population
 * @param take  0 ≤ take ≤ of
 */
export function selectSorted(of: number, take: number, random: Random): Uint32Array {
  const picked = new Uint32Array(take);
  if (take === of) return picked.map((_, i) => i);
  let count = 0;
  for (let i = 0; count < take; i++) if (random.next() * (of - i) < take - count) picked[count++] = i;
  return picked;
}

/** The same draw as a whole ordering: the picked ones first, then the others, both ascending; returns how many were picked. */
export function pickedFirst(order: Uint32Array, take: number, random: Random): number {
  const of = order.length;
  if (take === of) for (let i = 0; i < of; i++) order[i] = i;
  if (take === of) return of;
  let picked = 0;
  let other = take;
  for (let i = 0; i < of; i++) {
    if (random.next() * (of - i) < take - picked) order[picked++] = i;
    else order[other++] = i;
  }
  return picked;
}
