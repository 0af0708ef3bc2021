/**
 * MurmurHash3 (x86, 32 bits) over the UTF-8 bytes of a text: the same on every machine and in every version.
 *
 * @returns whole number in [0, 2^32)
 * @see Appleby, SMHasher, MurmurHash3_x86_32
 * @example murmur32("The quick brown fox jumps over the lazy dog", 0) // => 0x2e4ff723
 */
export function murmur32(text: string, seed: number): number {
  const bytes = encoder.encode(text);
  const whole = bytes.length - (bytes.length % 4);
  let hash = seed | 0;
  for (let i = 0; i < whole; i += 4) {
    const block = bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    hash = Math.imul(rotate(hash ^ mixed(block), 13), 5) + 0xe6546b64;
  }
  let tail = 0;
  for (let i = bytes.length - 1; i >= whole; i--) tail = (tail << 8) | bytes[i]!;
  if (whole < bytes.length) hash ^= mixed(tail);
  return avalanche(hash ^ bytes.length);
}

/** A number in [0, 1) that depends on nothing but the text; 32 bits of it are random. */
export function stableShare(text: string): number {
  return murmur32(text, 0) / 4294967296;
}

const encoder = new TextEncoder();

const rotate = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

const mixed = (block: number): number => Math.imul(rotate(Math.imul(block, 0xcc9e2d51), 15), 0x1b873593);

function avalanche(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
