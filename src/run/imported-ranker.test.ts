import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { deepFacts, isMissingFacts } from "../advice/deep/facts.ts";
import { rankerModel } from "../advice/deep/ranker-script.ts";
import { designOf } from "../advice/deep/testing/small-shop.ts";
import { compileRecommendation } from "../blueprints/recommendation/compile.ts";
import { createHandler, type ImportedRanker } from "../blueprints/recommendation/serve/rank-onnx-worker.ts";
import { parseDesign } from "../design/parse.ts";
import type { DesignDocument } from "../design/design.ts";
import { Problem } from "../kit/problem.ts";
import { startWorkers, type WorkerPool } from "../serving/worker-pool.ts";
import { importOnnx } from "../training/imported/import-onnx.ts";
import { parityTolerance, readParity } from "../training/imported/parity.ts";
import { readRanker } from "./imported-ranker.ts";

const root = join(import.meta.dirname, "../..");
const modelFile = join(root, "test/fixtures/deep/ranker.onnx");
const groceryText = readFileSync(join(root, "examples/grocery/grocery.design.yaml"), "utf8");
const module = new URL("../blueprints/recommendation/serve/rank-onnx-worker.ts", import.meta.url);

function documentOf(text: string): DesignDocument {
  const { document, problems } = parseDesign(text, "grocery.design.yaml");
  if (!document) throw problems[0]!;
  return document;
}
async function rankerOf(text = groceryText): Promise<ImportedRanker> {
  const document = documentOf(text);
  return (await readRanker(document, compileRecommendation(document), modelFile)).ranker;
}

const pools: WorkerPool[] = [];
afterEach(async () => void (await Promise.all(pools.splice(0).map((pool) => pool.close()))));
async function start(ranker: ImportedRanker): Promise<WorkerPool> {
  const pool = await startWorkers({ module, init: ranker, count: 1, restartDelayMillis: 10 });
  pools.push(pool);
  return pool;
}
async function refusal(ranker: ImportedRanker): Promise<unknown> {
  const problem = await start(ranker).catch((error: unknown) => error);
  return problem instanceof Problem && problem.cause instanceof Problem ? problem.cause.code : problem;
}

/** The parity rows as the request path would ask for them: one matrix, NaN where missing. */
function parityRequest({ parity, signature, columns }: ImportedRanker) {
  const rows = readParity(parity, signature);
  const matrix = new Float32Array(rows.rowCount * columns.length);
  columns.forEach((name, i) => {
    const column = rows.columns[name] as Float32Array;
    column.forEach((value, row) => (matrix[row * columns.length + i] = value));
  });
  return { request: { matrix, rowCount: rows.rowCount }, expected: rows.outputs };
}

describe("a ranking worker with an imported model", () => {
  it("scores as PyTorch did, in a process of its own, whatever the order of the matrix's columns", async () => {
    const ranker = await rankerOf();
    for (const columns of [ranker.columns, ranker.columns.toReversed()]) {
      const pool = await start({ ...ranker, columns });
      const { request, expected } = parityRequest({ ...ranker, columns });
      const scores = (await pool.call(request, 10_000)) as Float64Array;
      expect(scores.length).toBe(32);
      scores.forEach((score, i) =>
        expect(Math.abs(score - expected[i]!)).toBeLessThan(parityTolerance * Math.max(1, Math.abs(expected[i]!))),
      );
    }
  });

  it("scores more rows than it takes at once as it scores them alone", async () => {
    const ranker = await rankerOf();
    const score = await createHandler(ranker);
    const { request } = parityRequest(ranker);
    const copies = 300;
    const matrix = new Float32Array(request.matrix.length * copies);
    for (let i = 0; i < copies; i++) matrix.set(request.matrix, i * request.matrix.length);
    const alone = await score(request);
    const many = await score({ matrix, rowCount: request.rowCount * copies });
    expect(many.length).toBe(9600);
    many.forEach((value, i) => expect(Math.abs(value - alone[i % 32]!)).toBeLessThan(1e-5));
  });

  it("does not start with a model that another design, another training or nobody made", async () => {
    const ranker = await rankerOf();
    const window = groceryText.replace("quantity > 0, over: 30d", "quantity > 0, over: 31d");
    expect(window).not.toBe(groceryText);
    expect(await refusal(await rankerOf(window))).toBe("training/signature-differs");
    expect(await refusal({ ...ranker, columns: ranker.columns.slice(1) })).toBe("training/signature-differs");
    expect(await refusal({ ...ranker, parity: ranker.parity.replace(/"outputs": \[\[/, "$&1") })).toBe(
      "training/parity-broken",
    );
    expect(await refusal({ ...ranker, bytes: ranker.bytes.subarray(0, 9999) })).toBe("training/import-unreadable");
  });
});

describe("what a script exports and what the import expects", () => {
  it("is the same, for words, flags, embeddings and declared missing values too", async () => {
    const facts = deepFacts(designOf());
    if (isMissingFacts(facts)) throw new Error("not yet");
    const signature = rankerModel(facts);
    const folder = join(root, "test/fixtures/deep");
    const parity = readParity(readFileSync(join(folder, "small_shop.parity.json"), "utf8"), signature);
    const model = await importOnnx(readFileSync(join(folder, "small_shop.onnx")), { signature, parity });
    expect(new Set(signature.inputs.map(({ type }) => type))).toEqual(
      new Set(["number", "category", "flag", "embedding"]),
    );
    expect(model.largestDifference).toBeLessThan(parityTolerance);
    await model.close();
  });
});

describe("readRanker", () => {
  it("says which file is not there", async () => {
    const document = documentOf(groceryText);
    const read = readRanker(document, compileRecommendation(document), join(root, "absent.onnx"));
    await expect(read).rejects.toMatchObject({
      code: "training/import-unreadable",
      at: { file: join(root, "absent.onnx") },
    });
  });
});
