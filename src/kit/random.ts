/**
 * Chance as an argument. The same seed gives the same draws on every machine; named streams are independent of each
 * other, so that adding a draw in one place does not move the draws of another.
 */
export interface Random {
  /** Uniform in [0, 1), 32 bits of it random. */
  next(): number;
  /** Uniform whole number in [0, below). */
  int(below: number): number;
  /** Standard normal. */
  normal(): number;
  /** Exponential with mean 1 / rate. */
  exponential(rate: number): number;
  /** Poisson with the given mean ≥ 0. */
  poisson(mean: number): number;
  /** Gamma with shape > 0 and scale 1. */
  gamma(shape: number): number;
  /** Shuffles in place and returns its argument. */
  shuffle<T>(list: T[]): T[];
  /** An independent generator that depends on this generator's seed and the name, not on what was drawn so far. */
  stream(name: string): Random;
}

/** Seeds sfc32 (Doty-Humphrey's small fast counter generator, period about 2^127) from a number or text. */
export function seededRandom(seed: number | string): Random {
  const key = String(seed);
  return fromDraws(key, sfc32(hash128(key)));
}

function fromDraws(key: string, next: () => number): Random {
  const random: Random = {
    next,
    int: (below) => Math.floor(next() * below),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    exponential: (rate) => -Math.log(1 - next()) / rate,
    poisson: (mean) => poisson(random, mean),
    gamma: (shape) => gamma(random, shape),
    shuffle: (list) => shuffle(random, list),
    stream: (name) => seededRandom(`${key}/${name}`),
  };
  return random;
}

function sfc32([a0, b0, c0, d0]: Uint32Array): () => number {
  let a = a0! | 0;
  let b = b0! | 0;
  let c = c0! | 0;
  let d = d0! | 0;
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 15; i++) next();
  return next;
}

/** Four 32-bit words from a text: FNV-1a with four offsets, each finished by MurmurHash3's avalanche. */
function hash128(text: string): Uint32Array {
  return Uint32Array.from([0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35], (offset) => {
    let hash = offset;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
  });
}

/** Knuth's product of uniforms, split into halves above 30 where the product would underflow or run long. */
function poisson(random: Random, mean: number): number {
  if (mean > 30) {
    const half = mean / 2;
    return poisson(random, half) + poisson(random, mean - half);
  }
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random.next(); product > limit; product *= random.next()) count++;
  return count;
}

/** Marsaglia and Tsang (2000), with the usual boost for shape < 1. */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

function shuffle<T>(random: Random, list: T[]): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
  return list;
}
