import type { LeftOut, ModelInput } from "./inputs.ts";

/** A training script for a deep model, ready to run. */
export interface DeepScript {
  readonly file: string;
  /** Python source; the same design gives the same text. */
  readonly text: string;
  /** The inputs of the models that it writes, in their order, and what each gives. */
  readonly models: readonly DeepModel[];
  /** Columns that the training table must have. */
  readonly columns: readonly string[];
  /** What must be installed to run it. */
  readonly needs: readonly string[];
  readonly leftOut: readonly LeftOut[];
  readonly assumes: readonly string[];
}

/** What one ONNX file takes and gives; the file carries the same as its metadata. */
export interface DeepModel {
  /** Name of the file, without its ending. */
  readonly name: string;
  readonly inputs: readonly ModelInput[];
  readonly output: { readonly name: string; readonly width: number };
}

export const scriptNeeds = [
  "Python 3.10 or later",
  "torch 2.6 or later",
  "numpy",
  "onnx",
  "onnxscript",
  "pyarrow, where the table is Parquet",
] as const;

/** Only what the file format needs: entity and scale are matters of training. */
export function plainInput({ name, type, missing, dims, definition }: ModelInput): ModelInput {
  return {
    name,
    type,
    ...(missing !== undefined && { missing }),
    ...(dims !== undefined && { dims }),
    definition,
  };
}
