import type { InferenceSession } from "onnxruntime-node";
import { Problem } from "../../kit/problem.ts";
import { feedsOf, type Columns } from "./columns.ts";
import { inspectOnnx, unreadable } from "./onnx-bytes.ts";
import { checkParity, type ParityRows } from "./parity.ts";
import { loadOnnxRuntime, type OnnxRuntime } from "./runtime.ts";
import { checkDeclared, checkStated, type DeclaredTensor, type ImportedSignature } from "./signature.ts";

export interface ImportOptions {
  /** What the design says that the model takes and gives. */
  readonly signature: ImportedSignature;
  /** Rows that must give what training computed. */
  readonly parity: ParityRows;
  readonly threads?: number;
  readonly runtime?: () => Promise<OnnxRuntime>;
}

/** A model trained elsewhere, found to answer as it did there. */
export interface ImportedModel {
  readonly signature: ImportedSignature;
  /** The largest difference between the replayed parity rows and training. */
  readonly largestDifference: number;
  /**
   * @returns row-major, rowCount × width
   * @throws {Problem} `training/size-mismatch`, `training/import-no-number`, `training/import-failed`
   */
  predict(columns: Columns, rowCount: number): Promise<Float32Array>;
  close(): Promise<void>;
}

/**
 * Loads an ONNX file, holds its inputs against the design's, and replays the parity rows.
 *
 * @throws {Problem} `training/onnx-runtime-missing`, `training/import-unreadable`, `training/import-refused`,
 *   `training/signature-differs`, `training/parity-broken`
 */
export async function importOnnx(bytes: Uint8Array, options: ImportOptions): Promise<ImportedModel> {
  const { signature, parity, threads = 1 } = options;
  const stated = inspectOnnx(bytes).metadata.get("plumbline.signature");
  if (stated !== undefined) checkStated(signature, stated);
  const runtime = await loadOnnxRuntime(options.runtime);
  const session = await open(runtime, bytes, threads);
  const predict = async (columns: Columns, rowCount: number) =>
    await run(runtime, session, signature, columns, rowCount);
  try {
    checkDeclared(signature, tensorsOf(session.inputMetadata), tensorsOf(session.outputMetadata));
    const largestDifference = checkParity(parity, await predict(parity.columns, parity.rowCount));
    return { signature, largestDifference, predict, close: async () => await session.release() };
  } catch (error) {
    await session.release();
    throw error;
  }
}

async function open({ InferenceSession }: OnnxRuntime, bytes: Uint8Array, threads: number): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(bytes, {
      executionProviders: ["cpu"],
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      logSeverityLevel: 4,
    });
  } catch (cause) {
    throw unreadable(firstLine(cause), cause);
  }
}

async function run(
  runtime: OnnxRuntime,
  session: InferenceSession,
  signature: ImportedSignature,
  columns: Columns,
  rowCount: number,
): Promise<Float32Array> {
  const { name, width } = signature.output;
  if (rowCount === 0) return new Float32Array(0);
  const feeds = feedsOf(runtime, signature, columns, rowCount);
  const outputs = await session.run(feeds, [name]).catch((cause: unknown) => {
    throw failed(firstLine(cause), cause);
  });
  const values = outputs[name]!.data as Float32Array;
  if (values.length !== rowCount * width) throw failed(`it gave ${values.length} numbers for ${rowCount} rows`);
  const at = values.findIndex((value) => !Number.isFinite(value));
  if (at >= 0) throw noNumber(Math.floor(at / width), values[at]!);
  return values;
}

function tensorsOf(metadata: readonly InferenceSession.ValueMetadata[]): DeclaredTensor[] {
  return metadata.map((one) =>
    one.isTensor ? one : { name: one.name, type: "something that is no tensor", shape: [] },
  );
}

const firstLine = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).split("\n")[0]!.replace(/\.$/, "").slice(0, 300);

function failed(why: string, cause?: unknown): Problem {
  return new Problem({
    code: "training/import-failed",
    found: `The imported model could not compute: ${why}.`,
    fix: "see that training and serving use the same inputs; export again if they do",
    cause,
  });
}

function noNumber(row: number, value: number): Problem {
  return new Problem({
    code: "training/import-no-number",
    found: `The imported model gives ${value} for row ${row + 1} of the batch.`,
    fix: "clip or fill such values inside the model, and export it again",
  });
}
