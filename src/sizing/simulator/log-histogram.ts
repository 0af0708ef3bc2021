/** Buckets per doubling; their width is the error of a percentile. */
const perOctave = 256;
const lowestExponent = 97; // 2^-30 s, a nanosecond; in the bias of float32
const octaves = 60;

const asFloat = new Float32Array(1);
const asBits = new Int32Array(asFloat.buffer);

/**
 * Counts times in buckets whose width is a 256th of their value, from 1 ns to 34 years: any number of values in a fixed
 * 120 kB, every percentile within 0.4% of that of all values. The bucket is read off the bits of the value as float32.
 */
export class LogHistogram {
  count = 0;
  sum = 0;
  private readonly buckets = new Float64Array(octaves * perOctave + 1);

  add(seconds: number): void {
    this.count++;
    this.sum += seconds;
    this.buckets[bucketOf(seconds)]!++;
  }

  get mean(): number {
    return this.sum / this.count;
  }

  /**
   * The value that a share of those added does not exceed; NaN when there are none.
   *
   * @param share  in (0, 1)
   */
  percentile(share: number): number {
    const wanted = share * this.count;
    let below = 0;
    for (let bucket = 0; bucket < this.buckets.length; bucket++) {
      const inside = this.buckets[bucket]!;
      if (inside > 0 && below + inside >= wanted) return within(bucket, (wanted - below) / inside);
      below += inside;
    }
    return NaN;
  }
}

/** Bucket 0 holds what is below a nanosecond. */
function bucketOf(seconds: number): number {
  asFloat[0] = seconds;
  const bucket = (asBits[0]! >> 15) - (lowestExponent << 8) + 1;
  if (bucket < 0) return 0;
  return bucket > octaves * perOctave ? octaves * perOctave : bucket;
}

function within(bucket: number, part: number): number {
  if (bucket === 0) return 0;
  return lowerEdge(bucket) + part * (lowerEdge(bucket + 1) - lowerEdge(bucket));
}

function lowerEdge(bucket: number): number {
  const at = bucket - 1;
  return 2 ** (lowestExponent - 127 + Math.floor(at / perOctave)) * (1 + (at % perOctave) / perOctave);
}
