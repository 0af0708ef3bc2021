import { onnx } from "onnx-proto";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../kit/random.ts";
import { fitTrees } from "./fit.ts";
import type { TreeModel } from "./model.ts";
import { onnxInput, onnxOutput, treesToOnnx } from "./onnx.ts";
import { plantedOdds, plantedRows } from "./planted-world.ts";
import { treeScorer } from "./score.ts";

async function byOnnx(model: TreeModel, matrix: Float32Array, rowCount: number): Promise<Float32Array> {
  const session = await InferenceSession.create(treesToOnnx(model));
  const input = new Tensor("float32", matrix, [rowCount, model.featureCount]);
  return (await session.run({ [onnxInput]: input }))[onnxOutput]!.data as Float32Array;
}

function ours(model: TreeModel, matrix: Float32Array, rowCount: number): Float64Array {
  const out = new Float64Array(rowCount);
  treeScorer(model).score(matrix, rowCount, out);
  return out;
}

describe("treesToOnnx", () => {
  it.each(["squared", "binary"] as const)(
    "is scored by ONNX Runtime as by us, missing values included: %s",
    async (objective) => {
      const rows = (objective === "squared" ? plantedRows : plantedOdds)(2000, 6, seededRandom(1));
      const model = fitTrees(rows, { objective, trees: 60 }, { random: seededRandom(1) });
      const expected = ours(model, rows.matrix, 2000);
      const found = await byOnnx(model, rows.matrix, 2000);
      expect(found.length).toBe(2000);
      found.forEach((value, row) => expect(Math.abs(value - expected[row]!)).toBeLessThan(4e-6));
    },
  );

  it("keeps values that lie exactly on a threshold on our side of it", async () => {
    const rows = plantedRows(500, 4, seededRandom(2));
    const model = fitTrees(rows, { objective: "squared", trees: 20 }, { random: seededRandom(1) });
    const onThresholds = model.trees.flatMap((tree) => tree.threshold.flatMap((value) => [value, value, value, value]));
    const matrix = Float32Array.from(onThresholds);
    const expected = ours(model, matrix, matrix.length / 4);
    const found = await byOnnx(model, matrix, matrix.length / 4);
    found.forEach((value, row) => expect(Math.abs(value - expected[row]!)).toBeLessThan(4e-6));
  });

  it("writes a model without trees as its base", async () => {
    const model: TreeModel = { kind: "trees", objective: "squared", featureCount: 2, base: 1.5, trees: [] };
    expect([...(await byOnnx(model, new Float32Array(6), 3))]).toEqual([1.5, 1.5, 1.5]);
  });

  it("can be read by another implementation of the format", () => {
    const rows = plantedRows(200, 4, seededRandom(2));
    const model = fitTrees(rows, { objective: "squared", trees: 2 }, { random: seededRandom(1) });
    const { graph, opsetImport } = onnx.ModelProto.decode(treesToOnnx(model));
    const attribute = (name: string) => graph!.node![0]!.attribute!.find((one) => one.name === name)!;
    const splits = model.trees.reduce((sum, tree) => sum + tree.feature.length, 0);
    expect(attribute("nodes_modes").strings!.length).toBe(2 * splits + 2);
    expect(attribute("target_weights").floats).toEqual(model.trees.flatMap((tree) => [...tree.value]));
    expect(opsetImport!.map(({ domain }) => domain)).toEqual(["ai.onnx.ml", ""]);
  });
});
