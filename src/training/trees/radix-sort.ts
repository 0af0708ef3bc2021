const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/**
 * Sorts float32 numbers in place, ascending, −0 before 0; no NaN. Three passes over 11-bit digits of the bit patterns,
 * several times as fast as a sort by comparison on the hundred thousands of values that bins are placed from.
 *
 * @returns its argument
 */
export function sortFloats(values: Float32Array): Float32Array {
  let keys: Uint32Array = toKeys(values);
  let other: Uint32Array = new Uint32Array(keys.length);
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    sortByDigit(keys, other, shift);
    [keys, other] = [other, keys];
  }
  fromKeys(keys, values);
  return values;
}

/** Bit patterns that compare as whole numbers the way the floats compare: all bits of negative ones turned, else the sign. */
function toKeys(values: Float32Array): Uint32Array {
  const keys = new Uint32Array(new Float32Array(values).buffer);
  for (let i = 0; i < keys.length; i++) {
    const bits = keys[i]!;
    keys[i] = bits >>> 31 ? ~bits : bits ^ 0x80000000;
  }
  return keys;
}

function fromKeys(keys: Uint32Array, values: Float32Array): void {
  const bits = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i++) bits[i] = keys[i]! >>> 31 ? keys[i]! ^ 0x80000000 : ~keys[i]!;
  values.set(new Float32Array(bits.buffer));
}

function sortByDigit(from: Uint32Array, to: Uint32Array, shift: number): void {
  const starts = new Uint32Array(DIGITS + 1);
  for (let i = 0; i < from.length; i++) starts[((from[i]! >>> shift) & (DIGITS - 1)) + 1]!++;
  for (let digit = 1; digit <= DIGITS; digit++) starts[digit]! += starts[digit - 1]!;
  for (let i = 0; i < from.length; i++) to[starts[(from[i]! >>> shift) & (DIGITS - 1)]!++] = from[i]!;
}
