import { z } from "zod";
import { Problem } from "../../kit/problem.ts";
import type { Column, Columns } from "./columns.ts";
import type { ImportedInput, ImportedSignature } from "./signature.ts";

/** Rows with what the training program computed for them. */
export interface ParityRows {
  readonly columns: Columns;
  readonly rowCount: number;
  /** Row-major, rowCount × width. */
  readonly outputs: Float32Array;
}

/** Outputs may differ by this share of the expected value, or by this much where the value is below 1. */
export const parityTolerance = 1e-4;
const mostRows = 10_000;

const cell = z.union([z.number(), z.string(), z.boolean(), z.null(), z.array(z.number().nullable())]);
const file = z.object({
  inputs: z.record(z.string(), z.array(cell).max(mostRows)),
  outputs: z.array(z.array(z.number())).min(1).max(mostRows),
});
type Cell = z.infer<typeof cell>;

/**
 * Reads the parity file that a training script writes beside its model: raw inputs by name, `null` where missing, and
 * the outputs of each row.
 *
 * @throws {Problem} `training/parity-malformed`
 */
export function readParity(text: string, { inputs, output }: ImportedSignature): ParityRows {
  const read = file.safeParse(parsed(text));
  if (!read.success) throw malformed(z.prettifyError(read.error).split("\n")[0]!);
  const { outputs } = read.data;
  if (outputs.some((row) => row.length !== output.width)) throw malformed(`a row has not ${output.width} outputs`);
  const columns = inputs.map((input) => {
    const values = read.data.inputs[input.name];
    if (values?.length !== outputs.length) throw malformed(`\`${input.name}\` has not one value per row`);
    return [input.name, columnOf(input, values)] as const;
  });
  return {
    columns: Object.fromEntries(columns),
    rowCount: outputs.length,
    outputs: Float32Array.from(outputs.flat()),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw malformed("it is not JSON");
    throw error;
  }
}

function columnOf({ name, type, dims }: ImportedInput, values: readonly Cell[]): Column {
  const wrong = (value: Cell) => malformed(`\`${name}\` is a ${type}, and a row holds ${JSON.stringify(value)}`);
  if (type === "category")
    return values.map((value) => {
      if (value !== null && typeof value !== "string") throw wrong(value);
      return value ?? undefined;
    });
  const width = dims ?? 1;
  const column = new Float32Array(values.length * width).fill(NaN);
  values.forEach((value, row) => {
    if (value === null) return;
    const numbers = Array.isArray(value) ? value : [Number(value)];
    if (typeof value === "string" || Array.isArray(value) !== (type === "embedding") || numbers.length !== width)
      throw wrong(value);
    column.set(
      numbers.map((one) => one ?? NaN),
      row * width,
    );
  });
  return column;
}

/**
 * Holds replayed outputs against the expected ones.
 *
 * @returns the largest difference
 * @throws {Problem} `training/parity-broken` with the first row that differs by more than the tolerance
 */
export function checkParity({ outputs, rowCount }: ParityRows, found: Float32Array): number {
  const width = outputs.length / rowCount;
  let largest = 0;
  for (let i = 0; i < outputs.length; i++) {
    const difference = Math.abs(found[i]! - outputs[i]!);
    if (!(difference <= parityTolerance * Math.max(1, Math.abs(outputs[i]!))))
      throw broken(Math.floor(i / width), outputs[i]!, found[i]!);
    largest = Math.max(largest, difference);
  }
  return largest;
}

function broken(row: number, expected: number, found: number): Problem {
  return new Problem({
    code: "training/parity-broken",
    found: `Row ${row + 1} of the parity file gives ${found}, and training computed ${expected}; at most ${parityTolerance} of the value (of 1, for smaller ones) may lie between them.`,
    fix: "bring the model and the parity file of the same training; if they are, export again with another opset",
  });
}

function malformed(why: string): Problem {
  return new Problem({
    code: "training/parity-malformed",
    found: `The parity file cannot be used: ${why}.`,
    fix: "use the file that the training script wrote beside the model",
  });
}
