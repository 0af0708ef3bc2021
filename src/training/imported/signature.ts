import { Problem } from "../../kit/problem.ts";

/** One input of an imported model: raw values of one feature, under the feature's name. */
export interface ImportedInput {
  readonly name: string;
  /** `number` and `flag` are float32 with NaN where missing, `category` is a word, `embedding` is `dims` float32. */
  readonly type: "number" | "flag" | "category" | "embedding";
  /** The value that stands for a missing one; the file was trained with it. */
  readonly missing?: number | string;
  readonly dims?: number;
  /** What the value is, in words; compared, not read. */
  readonly definition?: string;
}

/** What an imported model takes and gives. */
export interface ImportedSignature {
  /** In the order of the features. */
  readonly inputs: readonly ImportedInput[];
  /** Name and numbers per row. */
  readonly output: { readonly name: string; readonly width: number };
}

/** A tensor as the file declares it: a number in a shape is fixed, a text is free. */
export interface DeclaredTensor {
  readonly name: string;
  readonly type: string;
  readonly shape: readonly (number | string)[];
}

/** @throws {Problem} `training/signature-differs` with the first input that the file declares otherwise */
export function checkDeclared(
  signature: ImportedSignature,
  inputs: readonly DeclaredTensor[],
  outputs: readonly DeclaredTensor[],
): void {
  const known = new Set(signature.inputs.map(({ name }) => name));
  const extra = inputs.find(({ name }) => !known.has(name));
  if (extra) throw differs(`The file takes an input \`${extra.name}\`, which is no feature of the design.`);
  for (const input of signature.inputs) {
    const type = input.type === "category" ? "string" : "float32";
    const found = inputs.find(({ name }) => name === input.name);
    checkTensor(`input \`${input.name}\``, found, type, input.type === "embedding" ? [input.dims ?? 0] : []);
  }
  const { name, width } = signature.output;
  const found = outputs.find((one) => one.name === name);
  checkTensor(`output \`${name}\``, found, "float32", width === 1 && found?.shape.length === 1 ? [] : [width]);
}

function checkTensor(what: string, found: DeclaredTensor | undefined, type: string, rest: readonly number[]): void {
  if (!found) throw differs(`The file has no ${what}.`);
  const expected = `${type} [rows${rest.map((size) => `, ${size}`).join("")}]`;
  const [rows, ...others] = found.shape;
  const free = typeof rows === "string" || (rows !== undefined && rows < 0);
  if (found.type === type && free && others.length === rest.length && others.every((size, i) => size === rest[i]))
    return;
  throw differs(`The file declares its ${what} as ${found.type} [${found.shape.join(", ")}], and not as ${expected}.`);
}

/**
 * Holds what the file says about its own training against what the design says now, input by input and in order.
 *
 * @param text  the file's metadata `plumbline.signature`, as JSON
 * @throws {Problem} `training/signature-differs`, `training/import-unreadable`
 */
export function checkStated(signature: ImportedSignature, text: string): void {
  const stated = parseStated(text);
  signature.inputs.forEach((input, i) => {
    const [expected, found] = [canonical(input), canonical(stated.inputs[i])];
    if (expected !== found) throw differs(`Input ${i + 1} was trained as ${found}, and the design says ${expected}.`);
  });
  const extra = stated.inputs[signature.inputs.length];
  if (extra !== undefined) throw differs(`The file was trained with one more input, ${canonical(extra)}.`);
}

function parseStated(text: string): { inputs: readonly unknown[] } {
  try {
    const found = JSON.parse(text) as { inputs?: unknown } | null;
    if (Array.isArray(found?.inputs)) return { inputs: found.inputs };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new Problem({
    code: "training/import-unreadable",
    found: "The metadata `plumbline.signature` of the file is not a signature.",
    fix: "export the model again with the script that trained it",
  });
}

/** The fields that count, in one order, so that two signatures can be compared as texts. */
function canonical(input: unknown): string {
  if (input === null || typeof input !== "object") return "nothing";
  const { name, type, missing, dims, definition } = input as Partial<ImportedInput>;
  return JSON.stringify({ name, type, missing, dims, definition });
}

function differs(found: string): Problem {
  return new Problem({
    code: "training/signature-differs",
    found,
    fix: "train again with a script made from the design as it is now, or bring back the features that the file was trained with",
  });
}
