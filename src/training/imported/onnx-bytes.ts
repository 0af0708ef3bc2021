import { Problem } from "../../kit/problem.ts";

/** What can be said about a model file without running it. */
export interface OnnxFacts {
  readonly metadata: ReadonlyMap<string, string>;
}

const largestBytes = 500_000_000;
const deepestNesting = 16;
/** Operators whose work the file sets, without bound. */
const endless = new Set(["Loop", "Scan"]);

/**
 * Reads the frame of an ONNX file before a runtime is trusted with it: that it is one, whole, holds all its numbers
 * itself, and has no loops.
 *
 * @throws {Problem} `training/import-unreadable`, `training/import-refused`
 * @see onnx.proto of the ONNX project, for the numbers of the fields
 */
export function inspectOnnx(bytes: Uint8Array): OnnxFacts {
  if (bytes.length > largestBytes)
    throw refused(`holds ${bytes.length} bytes, more than ${largestBytes}`, "export a smaller model");
  const metadata = new Map<string, string>();
  let graphs = 0;
  for (const field of fieldsOf(bytes)) {
    if (field.number === 7) {
      graphs++;
      inspectGraph(bytesOf(field), 0);
    }
    if (field.number === 14) metadata.set(textAt(bytesOf(field), 1), textAt(bytesOf(field), 2));
    if (field.number === 25) for (const inner of fieldsOf(bytesOf(field))) inspectNodeField(inner, 7, 1);
  }
  if (graphs !== 1) throw unreadable("it has no graph");
  return { metadata };
}

function inspectGraph(graph: Uint8Array, depth: number): void {
  if (depth > deepestNesting) throw refused("nests graphs too deep", "export a model without nested graphs");
  for (const field of fieldsOf(graph)) {
    inspectNodeField(field, 1, depth);
    if (field.number === 5) inspectTensor(bytesOf(field));
  }
}

function inspectNodeField(field: Field, number: number, depth: number): void {
  if (field.number !== number) return;
  for (const inner of fieldsOf(bytesOf(field))) {
    if (inner.number === 4 && endless.has(text.decode(bytesOf(inner))))
      throw refused(`has the operator \`${text.decode(bytesOf(inner))}\``, "export a model that needs no loops");
    if (inner.number === 5) inspectAttribute(bytesOf(inner), depth);
  }
}

function inspectAttribute(attribute: Uint8Array, depth: number): void {
  for (const field of fieldsOf(attribute)) {
    if (field.number === 5 || field.number === 10) inspectTensor(bytesOf(field));
    if (field.number === 6 || field.number === 11) inspectGraph(bytesOf(field), depth + 1);
  }
}

/** A tensor needs at least half a byte for each of its numbers, and nothing outside the file. */
function inspectTensor(tensor: Uint8Array): void {
  let count = 1;
  for (const field of fieldsOf(tensor)) {
    if (field.number === 13 || (field.number === 14 && field.value === 1))
      throw refused("keeps numbers in another file", "export it with all numbers inside");
    if (field.number === 1) for (const size of sizesOf(field)) count *= size;
  }
  if (count > 2 * tensor.length)
    throw refused(`claims a tensor of ${count} numbers in ${tensor.length} bytes`, "export it again");
}

function sizesOf({ value }: Field): number[] {
  if (typeof value === "number") return [value];
  const sizes: number[] = [];
  for (let at = 0; at < value.length;) {
    const [size, next] = varintAt(value, at);
    sizes.push(size);
    at = next;
  }
  return sizes;
}

const text = new TextDecoder();

interface Field {
  readonly number: number;
  readonly value: number | Uint8Array;
}

function bytesOf({ value }: Field): Uint8Array {
  if (typeof value === "number") throw unreadable("a part is a number where a message belongs");
  return value;
}

function textAt(message: Uint8Array, number: number): string {
  for (const field of fieldsOf(message)) if (field.number === number) return text.decode(bytesOf(field));
  return "";
}

/** The fields of one Protocol Buffers message; numbers of fixed width are passed over as bytes. */
function* fieldsOf(message: Uint8Array): Generator<Field> {
  for (let at = 0; at < message.length;) {
    const [key, start] = varintAt(message, at);
    const [number, wire] = [Math.floor(key / 8), key % 8];
    if (number === 0) throw unreadable("it is not a Protocol Buffers message");
    if (wire === 0) {
      const [value, next] = varintAt(message, start);
      yield { number, value };
      at = next;
    } else {
      const [length, from] = lengthAt(message, start, wire);
      if (from + length > message.length)
        throw unreadable(`a part claims ${length} bytes where ${message.length - from} are left`);
      yield { number, value: message.subarray(from, from + length) };
      at = from + length;
    }
  }
}

function lengthAt(message: Uint8Array, start: number, wire: number): [length: number, from: number] {
  if (wire === 2) return varintAt(message, start);
  if (wire === 1 || wire === 5) return [wire === 1 ? 8 : 4, start];
  throw unreadable("it is not a Protocol Buffers message");
}

function varintAt(message: Uint8Array, start: number): [value: number, next: number] {
  let value = 0;
  for (let i = 0; i < 10; i++) {
    const byte = message[start + i];
    if (byte === undefined) throw unreadable("it ends in the middle of a number");
    value += (byte % 128) * 128 ** i;
    if (byte < 128) return [value, start + i + 1];
  }
  throw unreadable("it is not a Protocol Buffers message");
}

export function unreadable(why: string, cause?: unknown): Problem {
  return new Problem({
    code: "training/import-unreadable",
    found: `The model file cannot be read as ONNX: ${why}.`,
    fix: "see that it was copied whole, and export it again if it was",
    cause,
  });
}

function refused(what: string, fix: string): Problem {
  return new Problem({ code: "training/import-refused", found: `The model file ${what}.`, fix });
}
