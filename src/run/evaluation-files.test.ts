import { describe, expect, it } from "vitest";
import type { Evaluation } from "../blueprints/recommendation/evaluate.ts";
import type { DifferenceEstimate } from "../evaluation/bootstrap.ts";
import { packEvaluation, unpackEvaluation } from "./evaluation-files.ts";

const interval = { low: -Infinity, high: 0.25, confidence: 0.95 };
const estimate = { value: NaN, interval, unitCount: 2, count: 3 };

/** One whose every kind of number is awkward. */
function awkward(): Evaluation {
  const backing = Float64Array.of(9, 9, 0.1, -Infinity, 1e-320);
  const difference = { ...estimate, value: 0.125, relative: undefined } as unknown as DifferenceEstimate;
  return {
    rows: [{ metric: "ndcg@10", ranker: "ranker", estimate, difference, skipped: 0 }],
    gate: { released: false, because: "It says NaN, and means the word.", difference, interval },
    candidateRecall: estimate,
    candidatesPerVisit: 1.5,
    coverage: { value: 0.5, catalogue: 12, lists: 2 },
    visits: 2,
    households: 2,
    fromMillis: 1_700_000_000_000,
    untilMillis: 1_700_000_086_400,
    sample: {
      matrix: Float32Array.of(1, NaN, 0.1, -0, 5, 6),
      scores: backing.subarray(2),
      rowCount: 3,
      groups: Int32Array.of(2, 1),
    },
  };
}

describe("the files of an evaluation", () => {
  it("give back the same evaluation, with NaN, infinities and views into larger buffers", () => {
    expect(unpackEvaluation(packEvaluation(awkward()))).toEqual(awkward());
  });

  it("survive being read into one shared buffer, as a registry may do", () => {
    const files = Object.entries(packEvaluation(awkward())).map(([name, bytes]) => {
      const shared = new Uint8Array(bytes.length + 3);
      shared.set(bytes, 3);
      return [name, shared.subarray(3)] as const;
    });
    expect(unpackEvaluation(Object.fromEntries(files)).sample).toEqual(awkward().sample);
  });
});
