import type { Tensor, TypedTensor } from "onnxruntime-node";
import { Problem } from "../../kit/problem.ts";
import type { OnnxRuntime } from "./runtime.ts";
import type { ImportedInput, ImportedSignature } from "./signature.ts";

/** Values of one input: numbers with NaN where missing (row-major for embeddings), or words. */
export type Column = Float32Array | readonly (string | undefined)[];

/** Values of all inputs by name. */
export type Columns = Readonly<Record<string, Column>>;

/** The tensors that a session is fed with. */
export function feedsOf(
  { Tensor }: OnnxRuntime,
  { inputs }: ImportedSignature,
  columns: Columns,
  rowCount: number,
): Record<string, Tensor> {
  return Object.fromEntries(
    inputs.map((input) => {
      const column = columns[input.name];
      if (!column || column.length !== rowCount * (input.dims ?? 1) || isWords(column) !== (input.type === "category"))
        throw wrongColumn(input, column, rowCount);
      if (isWords(column)) return [input.name, words(Tensor, input, column)] as const;
      const shape = input.dims === undefined ? [rowCount] : [rowCount, input.dims];
      return [input.name, new Tensor("float32", column, shape)] as const;
    }),
  );
}

const isWords = (column: Column): column is readonly (string | undefined)[] => Array.isArray(column);

function words(
  tensor: OnnxRuntime["Tensor"],
  { missing }: ImportedInput,
  column: readonly (string | undefined)[],
): TypedTensor<"string"> {
  const filled = column.map((word) => word ?? String(missing ?? ""));
  return new tensor("string", filled, [column.length]);
}

function wrongColumn({ name, type, dims }: ImportedInput, column: Column | undefined, rowCount: number): Problem {
  const expected = `${rowCount * (dims ?? 1)} ${type === "category" ? "words" : "numbers"}`;
  const found = column ? `${column.length} ${isWords(column) ? "words" : "numbers"}` : "nothing";
  return new Problem({
    code: "training/size-mismatch",
    found: `The input \`${name}\` needs ${expected} for ${rowCount} rows, and there is ${found}.`,
    fix: "give every input of the signature one value per row",
  });
}
