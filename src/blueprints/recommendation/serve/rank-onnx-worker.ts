import { Problem } from "../../../kit/problem.ts";
import { importOnnx } from "../../../training/imported/import-onnx.ts";
import { readParity } from "../../../training/imported/parity.ts";
import type { ImportedSignature } from "../../../training/imported/signature.ts";
import type { RankRequest } from "./rank-worker.ts";

/** A ranker trained elsewhere, as plain data that travels to the workers. */
export interface ImportedRanker {
  readonly bytes: Uint8Array;
  /** Text of its parity file. */
  readonly parity: string;
  readonly signature: ImportedSignature;
  /** Names of the columns of a request's matrix, in order. */
  readonly columns: readonly string[];
}

/** Bounds the memory of evaluations, which score hundreds of thousands of rows; a request has hundreds. */
const mostRowsAtOnce = 8192;

/** Scores rows as the built-in ranker does: candidates × features in, one score each out. */
export type Scorer = (request: RankRequest) => Promise<Float64Array>;

/**
 * Entry of a ranking worker process with an imported model. It starts only after the parity rows have given what
 * training computed.
 *
 * @throws {Problem} what `importOnnx` throws
 */
export async function createHandler({ bytes, parity, signature, columns }: ImportedRanker): Promise<Scorer> {
  mustBeColumns(signature, columns);
  const model = await importOnnx(bytes, { signature, parity: readParity(parity, signature) });
  const places = signature.inputs.map(({ name }) => columns.indexOf(name));
  const width = columns.length;
  return async ({ matrix, rowCount }) => {
    const scores = new Float64Array(rowCount);
    for (let from = 0; from < rowCount; from += mostRowsAtOnce) {
      const rows = Math.min(mostRowsAtOnce, rowCount - from);
      const part = matrix.subarray(from * width, (from + rows) * width);
      const values = signature.inputs.map(({ name }, i) => [name, columnAt(part, rows, width, places[i]!)] as const);
      scores.set(await model.predict(Object.fromEntries(values), rows), from);
    }
    return scores;
  };
}

/** A request is a matrix of numbers, so words and vectors have no place in it. */
function mustBeColumns({ inputs }: ImportedSignature, columns: readonly string[]): void {
  const odd = inputs.find(({ name, type }) => !["number", "flag"].includes(type) || !columns.includes(name));
  if (!odd) return;
  throw new Problem({
    code: "training/signature-differs",
    found: `The model needs \`${odd.name}\` as a ${odd.type}, and the request path gives ${columns.includes(odd.name) ? "a number" : "no such feature"}.`,
    fix: "train on the features that the request path computes",
  });
}

function columnAt(matrix: Float32Array, rowCount: number, width: number, place: number): Float32Array {
  const column = new Float32Array(rowCount);
  for (let row = 0; row < rowCount; row++) column[row] = matrix[row * width + place]!;
  return column;
}
