import type { Evaluation } from "../blueprints/recommendation/evaluate.ts";
import { jsonText, readJson } from "../kit/json.ts";

/** Files of an evaluation for the registry; numbers that JSON cannot hold (NaN, infinities) are kept as texts. */
export function packEvaluation({ sample, ...facts }: Evaluation): Record<string, Uint8Array> {
  const json = jsonText(facts);
  return {
    "evaluation.json": new TextEncoder().encode(json),
    "sample-matrix.f32": bytesOf(sample.matrix),
    "sample-scores.f64": bytesOf(sample.scores),
    "sample-groups.i32": bytesOf(sample.groups),
  };
}

/** The inverse of `packEvaluation`. */
export function unpackEvaluation(files: Readonly<Record<string, Uint8Array>>): Evaluation {
  const facts = readJson(new TextDecoder().decode(files["evaluation.json"])) as Omit<Evaluation, "sample">;
  const matrix = new Float32Array(files["sample-matrix.f32"]!.slice().buffer);
  const scores = new Float64Array(files["sample-scores.f64"]!.slice().buffer);
  return {
    ...facts,
    sample: {
      matrix,
      scores,
      rowCount: scores.length,
      groups: new Int32Array(files["sample-groups.i32"]!.slice().buffer),
    },
  };
}

const bytesOf = (array: Float32Array | Float64Array | Int32Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
