import { checkCount, checkPositive } from "../check-range.ts";

export interface Vectors {
  readonly count: number;
  readonly dimensions: number;
  /** 4 for float32, 2 for float16, 1 for int8, 1/8 for binary. */
  readonly bytesPerDimension: number;
}

/** Bytes of the vectors alone. */
export function vectorBytes(vectors: Vectors): number {
  checkVectors(vectors);
  return vectors.count * vectors.dimensions * vectors.bytesPerDimension;
}

/**
 * Memory of an HNSW index: vectors, 2M links of 4 bytes on the lowest layer, M on each layer above (which one vector in
 * M reaches), a count per layer and a label of 8 bytes. The layout of hnswlib; others differ by some bytes a vector.
 *
 * @param linksPerVector  M ≥ 2, commonly 16 to 64
 * @see Malkov and Yashunin (2018), IEEE TPAMI 42(4), §4.2.3: about 8M to 10M bytes a vector beside the vector
 */
export function hnswBytes(vectors: Vectors, linksPerVector: number): number {
  checkCount({ linksPerVector }, 2);
  const lowest = 2 * linksPerVector * 4 + 4;
  const layersAbove = 1 / (linksPerVector - 1);
  const links = lowest + layersAbove * (linksPerVector * 4 + 4);
  return vectorBytes(vectors) + vectors.count * (links + 8);
}

export interface InvertedLists {
  /** Coarse centroids, kept as float32. */
  readonly lists: number;
  /** Bytes that a vector is compressed to by product quantisation; the vector as it is when absent. */
  readonly codeBytes?: number;
}

/** Memory of an IVF index: a code or vector and an id of 8 bytes each, the centroids, and 256 codewords per code byte. */
export function ivfBytes(vectors: Vectors, { lists, codeBytes }: InvertedLists): number {
  checkVectors(vectors);
  checkCount({ lists });
  const centroids = lists * vectors.dimensions * 4;
  if (codeBytes === undefined) return vectorBytes(vectors) + vectors.count * 8 + centroids;
  checkCount({ codeBytes });
  const codebook = 256 * vectors.dimensions * 4;
  return vectors.count * (codeBytes + 8) + centroids + codebook;
}

export interface IndexRebuild {
  readonly vectors: number;
  /** Vectors that one worker adds per second; measure it, it falls as the index grows. */
  readonly addsPerSecond: number;
  readonly workers: number;
}

/** Seconds to build an index anew. */
export function rebuildSeconds({ vectors, addsPerSecond, workers }: IndexRebuild): number {
  checkPositive({ vectors, addsPerSecond });
  checkCount({ workers });
  return vectors / (addsPerSecond * workers);
}

function checkVectors({ count, dimensions, bytesPerDimension }: Vectors): void {
  checkCount({ count, dimensions });
  checkPositive({ bytesPerDimension });
}
