import { InferenceSession, Tensor } from "onnxruntime-node";
import { systemClock } from "../src/kit/clock.ts";
import { seededRandom } from "../src/kit/random.ts";
import { fitTrees } from "../src/training/trees/fit.ts";
import { onnxInput, onnxOutput, treesToOnnx } from "../src/training/trees/onnx.ts";
import { treeScorer } from "../src/training/trees/score.ts";
import { type BenchRow, benchRow, benchTable, isMain } from "./bench-row.ts";
import { rankingRows } from "./tree-data.ts";

/** Scoring the candidates of one request: the same 100 trees × 31 leaves in our walker and in ONNX Runtime on one thread. */
export async function run(): Promise<BenchRow[]> {
  const rows = rankingRows(500, 14, "bench/scoring");
  const model = fitTrees(rows, { objective: "lambdarank" }, { random: seededRandom("bench") });
  const scorer = treeScorer(model);
  const session = await InferenceSession.create(treesToOnnx(model), { intraOpNumThreads: 1, interOpNumThreads: 1 });
  const results: BenchRow[] = [];
  for (const rowCount of [1, 300, 500]) {
    const matrix = rows.matrix.slice(0, rowCount * 14);
    const out = new Float64Array(rowCount);
    const input = { [onnxInput]: new Tensor("float32", matrix, [rowCount, 14]) };
    const score = () => scorer.score(matrix, rowCount, out);
    const times = await alternate(Math.ceil(6000 / (rowCount + 10)), score, () => session.run(input));
    const theirs = (await session.run(input))[onnxOutput]!.data as Float32Array;
    const gap = out.reduce((most, value, i) => Math.max(most, Math.abs(value - theirs[i]!)), 0);
    results.push(
      benchRow({
        what: `scoring ${rowCount} rows × 14 features, 100 trees × 31 leaves`,
        ours: times.ours,
        peer: times.peer,
        unit: "µs",
        peerName: "ONNX Runtime, 1 thread",
        note: `medians of alternating rounds; largest difference of a score ${gap.toExponential(1)}`,
        better: "lower",
      }),
    );
  }
  return results;
}

/** Median microseconds per call over rounds in which both take turns, so that a busy machine slows both alike. */
async function alternate(
  calls: number,
  ours: () => void,
  peer: () => Promise<unknown>,
): Promise<{ ours: number; peer: number }> {
  const times: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
  for (let round = 0; round < 25; round++) {
    const start = systemClock.elapsedMillis();
    for (let i = 0; i < calls; i++) ours();
    const middle = systemClock.elapsedMillis();
    for (let i = 0; i < calls; i++) await peer();
    const end = systemClock.elapsedMillis();
    if (round < 5) continue;
    times.ours.push(((middle - start) * 1000) / calls);
    times.peer.push(((end - middle) * 1000) / calls);
  }
  return { ours: median(times.ours), peer: median(times.peer) };
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

if (isMain(import.meta)) process.stdout.write(`${benchTable(await run())}\n`);
