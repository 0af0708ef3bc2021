import type { Graph } from "./graph.ts";

/**
 * A short name for what a graph says: equal graphs have equal names, whatever the order of their keys.
 *
 * @returns 28 hexadecimal digits; a fingerprint for caches, no protection against forgery
 */
export function graphHash(graph: Graph): string {
  const text = canonicalText(graph);
  return [0, 1].map((seed) => hash53(text, seed).toString(16).padStart(14, "0")).join("");
}

/** JSON with sorted keys and without members that are undefined. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${canonicalText(one)}`);
  return `{${members.join(",")}}`;
}

/** Two 32-bit multiplicative hashes over the code units, mixed at the end as MurmurHash3 does. */
function hash53(text: string, seed: number): number {
  let [high, low] = [0xdeadbeef ^ seed, 0x41c6ce57 ^ seed];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  return 2 ** 32 * (mixed(low) & 0x1fffff) + (mixed(high ^ low) >>> 0);
}

function mixed(bits: number): number {
  const first = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) >>> 0;
}
