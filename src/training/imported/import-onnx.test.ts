import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { onnx } from "onnx-proto";
import * as installed from "onnxruntime-node";
import { describe, expect, it } from "vitest";
import { Problem } from "../../kit/problem.ts";
import { importOnnx } from "./import-onnx.ts";
import { parityTolerance, readParity, type ParityRows } from "./parity.ts";
import { loadOnnxRuntime } from "./runtime.ts";
import type { ImportedInput, ImportedSignature } from "./signature.ts";

/** Trained with PyTorch; see the README beside the files. */
const folder = join(import.meta.dirname, "../../../test/fixtures/deep");
const bytesOf = (name: string): Uint8Array => readFileSync(join(folder, `${name}.onnx`));
const statedBy = (bytes: Uint8Array): ImportedSignature =>
  JSON.parse(
    onnx.ModelProto.decode(bytes).metadataProps.find(({ key }) => key === "plumbline.signature")!.value!,
  ) as ImportedSignature;
const parityOf = (name: string, signature: ImportedSignature): ParityRows =>
  readParity(readFileSync(join(folder, `${name}.parity.json`), "utf8"), signature);

const ranker = bytesOf("ranker");
const signature = statedBy(ranker);
const parity = parityOf("ranker", signature);
const importAs = async (bytes: Uint8Array, change: Partial<ImportedSignature> = {}, rows = parity) =>
  await importOnnx(bytes, { signature: { ...signature, ...change }, parity: rows });
/** The Problem that an act ends with; anything else goes on. */
async function caught(act: () => Promise<unknown>): Promise<Problem> {
  try {
    await act();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error("expected a Problem");
}
const codeOf = async (act: () => Promise<unknown>): Promise<string> => (await caught(act)).code;

/** A model of one node that takes the ranker's first input. */
function oneNode(node: onnx.INodeProto, extra: onnx.IGraphProto = {}): Uint8Array {
  const tensor = (name: string) => ({
    name,
    type: { tensorType: { elemType: 1, shape: { dim: [{ dimParam: "rows" }] } } },
  });
  const graph = {
    name: "g",
    node: [{ output: ["score"], ...node }],
    input: [tensor("x")],
    output: [tensor("score")],
    ...extra,
  };
  return onnx.ModelProto.encode({ irVersion: 8, opsetImport: [{ domain: "", version: 17 }], graph }).finish();
}
const one: ImportedSignature = { inputs: [{ name: "x", type: "number" }], output: { name: "score", width: 1 } };
const oneRow = readParity(`{"inputs": {"x": [4]}, "outputs": [[2]]}`, one);
const importOne = async (bytes: Uint8Array) => await importOnnx(bytes, { signature: one, parity: oneRow });

describe("importOnnx", () => {
  it.each(["ranker", "small_shop", "two_tower.user", "two_tower.item"])(
    "gives what PyTorch gave for %s: words, embeddings, missing values and unknown words included",
    async (name) => {
      const bytes = bytesOf(name);
      const own = statedBy(bytes);
      const rows = parityOf(name, own);
      const model = await importOnnx(bytes, { signature: own, parity: rows });
      expect(rows.rowCount).toBe(32);
      expect(model.largestDifference).toBeLessThan(parityTolerance);
      expect((await model.predict(rows.columns, rows.rowCount)).length).toBe(32 * own.output.width);
      await model.close();
    },
  );

  it("predicts batches of any size as it predicts single rows, and nothing for none", async () => {
    const model = await importAs(ranker);
    const row = Object.fromEntries(
      Object.entries(parity.columns).map(([name, column]) => [name, (column as Float32Array).slice(3, 4)]),
    );
    expect((await model.predict(row, 1))[0]).toBeCloseTo(parity.outputs[3]!, 4);
    expect(await model.predict({}, 0)).toEqual(new Float32Array(0));
    expect(await codeOf(() => model.predict(row, 2))).toBe("training/size-mismatch");
    expect(await codeOf(() => model.predict({}, 2))).toBe("training/size-mismatch");
  });

  it("refuses features in another order, of another type, with another missing value, definition or number", async () => {
    const [first, second, ...rest] = signature.inputs as [ImportedInput, ImportedInput, ...ImportedInput[]];
    for (const inputs of [
      [second, first, ...rest],
      [{ ...first, type: "category" as const }, second, ...rest],
      [{ ...first, missing: 0 }, second, ...rest],
      [{ ...first, definition: "count over 1 s" }, second, ...rest],
      [second, ...rest],
      [...signature.inputs, { ...first, name: "another" }],
    ]) {
      const problem = await caught(() => importAs(ranker, { inputs }));
      expect(problem.code).toBe("training/signature-differs");
      expect(problem.found).toMatch(/Input \d+ was trained as|one more input/);
    }
  });

  it("holds the names, types and shapes of a file without metadata against the signature", async () => {
    const plain = oneNode({ opType: "Sqrt", input: ["x"] });
    const model = await importOne(plain);
    expect([...(await model.predict({ x: Float32Array.of(9, 16) }, 2))]).toEqual([3, 4]);
    const with_ = async (change: Partial<ImportedSignature>) =>
      (await caught(() => importOnnx(plain, { signature: { ...one, ...change }, parity: oneRow }))).found;
    expect(await with_({ inputs: [{ name: "y", type: "number" }] })).toMatch(/takes an input `x`/);
    expect(await with_({ inputs: [...one.inputs, { name: "y", type: "number" }] })).toMatch(/no input `y`/);
    expect(await with_({ inputs: [{ name: "x", type: "category" }] })).toMatch(
      /as float32 \[rows\], and not as string/,
    );
    expect(await with_({ inputs: [{ name: "x", type: "embedding", dims: 3 }] })).toMatch(/not as float32 \[rows, 3\]/);
    expect(await with_({ output: { name: "z", width: 1 } })).toMatch(/no output `z`/);
    expect(await with_({ output: { name: "score", width: 2 } })).toMatch(/output `score` as float32 \[rows\]/);
  });

  it("refuses outputs that differ from training, and names the first row with both numbers", async () => {
    const outputs = parity.outputs.slice();
    outputs[7]! += 3 * parityTolerance * Math.max(1, Math.abs(outputs[7]!));
    const problem = await caught(() => importAs(ranker, {}, { ...parity, outputs }));
    expect(problem.code).toBe("training/parity-broken");
    expect(problem.found).toMatch(/^Row 8 .* gives .*, and training computed/);
    expect(problem.found).toContain(String(outputs[7]));
  });

  it("refuses outputs that are no numbers", async () => {
    const logs = oneNode({ opType: "Log", input: ["x"] });
    const rows = readParity(`{"inputs": {"x": [1]}, "outputs": [[0]]}`, one);
    const model = await importOnnx(logs, { signature: one, parity: rows });
    const problem = await caught(() => model.predict({ x: Float32Array.of(1, -1) }, 2));
    expect(problem.code).toBe("training/import-no-number");
    expect(problem.found).toContain("NaN for row 2");
  });

  it("names the install command where ONNX Runtime is absent", async () => {
    const absent = Object.assign(new Error("Cannot find package"), { code: "ERR_MODULE_NOT_FOUND" });
    const problem = await caught(() => loadOnnxRuntime(() => Promise.reject(absent)));
    expect(problem.code).toBe("training/onnx-runtime-missing");
    expect(problem.found).toContain("not installed");
    expect(problem.fix).toContain("npm install --ignore-scripts onnxruntime-node");
    expect(await loadOnnxRuntime()).toHaveProperty("InferenceSession", installed.InferenceSession);
  });
});

describe("a broken or hostile file", () => {
  it("that is no ONNX is unreadable", async () => {
    const texts = ["", "{}", "not a model at all", "<!doctype html>", "\u0080\u0080"];
    for (const text of texts)
      expect(await codeOf(() => importAs(new TextEncoder().encode(text))), text).toBe("training/import-unreadable");
    expect(await codeOf(() => importAs(new Uint8Array(1000)))).toBe("training/import-unreadable");
  });

  it("that is cut anywhere, or has bytes changed, never gets past the checks with other outputs", async () => {
    const cuts = fc.sample(fc.integer({ min: 0, max: ranker.length - 1 }), { numRuns: 60, seed: 1 });
    for (const at of cuts) expect((await caught(() => importAs(ranker.subarray(0, at)))).code).toMatch(/^training\//);
    const changes = fc.sample(
      fc.tuple(fc.integer({ min: 0, max: ranker.length - 1 }), fc.integer({ min: 0, max: 255 })),
      {
        numRuns: 60,
        seed: 2,
      },
    );
    for (const [at, byte] of changes) {
      const changed = Uint8Array.from(ranker);
      changed[at] = byte;
      const model = await importAs(changed).catch((error: unknown) => error);
      if (model instanceof Error) expect(model).toHaveProperty("code", expect.stringMatching(/^training\//));
      else expect((model as { largestDifference: number }).largestDifference).toBeLessThan(1e-2);
    }
  });

  it("that claims 2 GB is refused before anything is allocated", async () => {
    const huge = oneNode(
      { opType: "Add", input: ["x", "w"] },
      { initializer: [{ name: "w", dataType: 1, dims: [500_000_000], rawData: new Uint8Array(4) }] },
    );
    expect(await codeOf(() => importOne(huge))).toBe("training/import-refused");
    const length = Uint8Array.of(7 * 8 + 2, 0x80, 0x80, 0x80, 0x80, 8);
    expect((await caught(() => importOne(length))).found).toContain("claims 2147483648 bytes");
  });

  it("that reaches for other files or has loops is refused", async () => {
    const outside = oneNode(
      { opType: "Add", input: ["x", "w"] },
      {
        initializer: [
          {
            name: "w",
            dataType: 1,
            dims: [1],
            externalData: [{ key: "location", value: "../secret" }],
            dataLocation: 1,
          },
        ],
      },
    );
    expect((await caught(() => importOne(outside))).found).toContain("in another file");
    const constant = { name: "value", type: 4, t: { dataType: 1, dims: [1], dataLocation: 1 } };
    expect(await codeOf(() => importOne(oneNode({ opType: "Constant", attribute: [constant] })))).toBe(
      "training/import-refused",
    );
    expect((await caught(() => importOne(oneNode({ opType: "Loop", input: ["x"] })))).found).toContain("`Loop`");
    const branch = { name: "then_branch", type: 5, g: { name: "b", node: [{ opType: "Scan" }] } };
    expect((await caught(() => importOne(oneNode({ opType: "If", attribute: [branch] })))).found).toContain("`Scan`");
  });

  it("with an operator that nobody knows is unreadable, with the reason", async () => {
    const problem = await caught(() => importOne(oneNode({ opType: "Teleport", input: ["x"] })));
    expect(problem.code).toBe("training/import-unreadable");
    expect(problem.found).toContain("Teleport");
  });

  it("whose stated signature is none is unreadable", async () => {
    const model = onnx.ModelProto.decode(oneNode({ opType: "Sqrt", input: ["x"] }));
    for (const value of ["", "[]", "{", '{"inputs": 3}', "null"]) {
      model.metadataProps = [onnx.StringStringEntryProto.create({ key: "plumbline.signature", value })];
      expect(await codeOf(() => importOne(onnx.ModelProto.encode(model).finish())), value).toBe(
        "training/import-unreadable",
      );
    }
  });
});

describe("readParity", () => {
  it.each([
    ["not JSON", "{"],
    ["no outputs", `{"inputs": {"x": []}, "outputs": []}`],
    ["a missing input", `{"inputs": {}, "outputs": [[1]]}`],
    ["too few values", `{"inputs": {"x": [1]}, "outputs": [[1], [2]]}`],
    ["a word for a number", `{"inputs": {"x": ["1"]}, "outputs": [[1]]}`],
    ["a list for a number", `{"inputs": {"x": [[1]]}, "outputs": [[1]]}`],
    ["too many outputs", `{"inputs": {"x": [1]}, "outputs": [[1, 2]]}`],
    ["outputs that are no numbers", `{"inputs": {"x": [1]}, "outputs": [[null]]}`],
  ])("refuses %s", async (_, text) => {
    expect(await codeOf(async () => readParity(text, one))).toBe("training/parity-malformed");
  });

  it("reads missing values, flags and embeddings", () => {
    const inputs: ImportedInput[] = [
      { name: "a", type: "flag" },
      { name: "b", type: "category" },
      { name: "c", type: "embedding", dims: 2 },
    ];
    const text = `{"inputs": {"a": [true, null], "b": [null, "w"], "c": [[1, null], null]}, "outputs": [[0], [1]]}`;
    expect(readParity(text, { ...one, inputs }).columns).toEqual({
      a: Float32Array.of(1, NaN),
      b: [undefined, "w"],
      c: Float32Array.of(1, NaN, NaN, NaN),
    });
  });
});
