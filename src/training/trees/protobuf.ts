/** Writes Protocol Buffers: a message is the concatenation of its fields. */
export type Field = Uint8Array;

const VARINT = 0;
const BYTES = 2;

const text = new TextEncoder();

/** Joins fields into one message. */
export function message(fields: readonly Field[]): Uint8Array {
  const joined = new Uint8Array(fields.reduce((sum, field) => sum + field.length, 0));
  let at = 0;
  for (const field of fields) {
    joined.set(field, at);
    at += field.length;
  }
  return joined;
}

/** @param value  whole number, 0 ≤ value < 2^53 */
export const intField = (number: number, value: number): Field =>
  Uint8Array.from([...varint(number * 8 + VARINT), ...varint(value)]);

export const bytesField = (number: number, bytes: Uint8Array): Field =>
  message([Uint8Array.from([...varint(number * 8 + BYTES), ...varint(bytes.length)]), bytes]);

export const textField = (number: number, value: string): Field => bytesField(number, text.encode(value));

/** Whole numbers ≥ 0, packed. */
export const packedInts = (number: number, values: readonly number[]): Field =>
  bytesField(number, Uint8Array.from(values.flatMap(varint)));

/** Float32 numbers, packed. */
export const packedFloats = (number: number, values: readonly number[]): Field =>
  bytesField(number, littleEndianFloats(values));

function littleEndianFloats(values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((value, i) => view.setFloat32(i * 4, value, true));
  return new Uint8Array(view.buffer);
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
  return bytes;
}
