import type { DuckDBVector } from "@duckdb/node-api";

/**
 * The arrays behind a numeric vector. The library offers one value at a time, which costs several times more on
 * training sets of millions of values; a vector that has no such arrays is read and written through its own methods.
 */
export interface RawNumbers {
  readonly items: Float64Array | Float32Array | Int32Array | Uint32Array | Int16Array | Int8Array | BigInt64Array;
  /** One bit per row, set where there is a value; `undefined` where every row has one. */
  readonly valid: Uint8Array | undefined;
}

interface Hidden {
  readonly items?: unknown;
  readonly validity?: { readonly data: BigUint64Array | null; readonly offset: number };
}

export function rawNumbers(vector: DuckDBVector): RawNumbers | undefined {
  const { items, validity } = vector as unknown as Hidden;
  if (!ArrayBuffer.isView(items) || !validity || validity.offset !== 0) return undefined;
  const bits = validity.data;
  return {
    items: items as RawNumbers["items"],
    valid: bits ? new Uint8Array(bits.buffer, bits.byteOffset, bits.byteLength) : undefined,
  };
}
