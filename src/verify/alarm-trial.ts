import type { TreeModel } from "../training/trees/model.ts";
import { treeScorer } from "../training/trees/score.ts";
import { createHandler, type Scorer } from "../blueprints/recommendation/serve/rank-onnx-worker.ts";
import type { VectorSample } from "../blueprints/recommendation/evaluate.ts";
import { driftAlarm } from "../monitoring/drift-alarm.ts";
import { fitReference, type DriftReference } from "../monitoring/drift/psi.ts";
import type { Random } from "../kit/random.ts";
import type { TestBench } from "./test-bench.ts";

export interface AlarmTrialResult {
  readonly repetitions: number;
  readonly falseAlarms: number;
  readonly detections: number;
  readonly visitsPerWindow: number;
  readonly injected: string;
  /** Largest distance seen, in words, without and with drift. */
  readonly quietText: string;
  readonly driftedText: string;
  readonly tooFew?: string;
}

const repetitions = 200;
const visitsPerWindow = 500;
const rowsPerVisit = 20;
const bins = 10;
const injected = "half of the events are lost";

/**
 * Reference: the earlier half of the sampled test visits. Windows: visits of the later half, drawn with replacement,
 * as they are and with the injected fault.
 */
export async function tryAlarm(
  bench: TestBench,
  of: "features" | "scores",
  threshold: number,
): Promise<AlarmTrialResult> {
  const { evaluation, plan, release } = bench.prepared;
  const { sample } = evaluation;
  const half = Math.floor(sample.groups.length / 2);
  const nothing = {
    repetitions,
    falseAlarms: 0,
    detections: 0,
    visitsPerWindow,
    injected,
    quietText: "",
    driftedText: "",
  };
  if (half < 50) return { ...nothing, tooFew: `only ${sample.groups.length} test visits were sampled` };
  const width = plan.features.length;
  const columns = of === "features" ? plan.features.map(({ name }) => name) : ["score"];
  const scorer = release.imported ? await createHandler(release.imported) : scorerOf(release.trees);
  const valuesOf = async (matrix: Float32Array, rows: number): Promise<Float64Array[]> =>
    of === "features" ? columnsOf(matrix, rows, width) : [await scorer({ matrix, rowCount: rows })];
  const starts = startsOf(sample.groups);
  const early = pickRows(
    sample,
    starts,
    Array.from({ length: half }, (_, i) => i),
    width,
    undefined,
  );
  const references = (await valuesOf(early.matrix, early.rows)).map((values) => fitReference(values, { bins }));
  let falseAlarms = 0;
  let detections = 0;
  const peaks = { quiet: { psi: 0, column: "" }, drifted: { psi: 0, column: "" } };
  for (let i = 0; i < repetitions; i++) {
    const random = bench.random.stream(`alarm/${of}/${i}`);
    const visits = Array.from({ length: visitsPerWindow }, () => half + random.int(sample.groups.length - half));
    const window = pickRows(sample, starts, visits, width, random);
    if (fires(references, await valuesOf(window.matrix, window.rows), threshold, columns, peaks.quiet)) falseAlarms++;
    loseHalf(bench, window.matrix, window.rows, random);
    if (fires(references, await valuesOf(window.matrix, window.rows), threshold, columns, peaks.drifted)) detections++;
  }
  const text = ({ psi, column }: { psi: number; column: string }) => `largest PSI ${psi.toFixed(2)}, ${column}`;
  return { ...nothing, falseAlarms, detections, quietText: text(peaks.quiet), driftedText: text(peaks.drifted) };
}

function startsOf(groups: Int32Array): Int32Array {
  const starts = new Int32Array(groups.length);
  for (let i = 1; i < groups.length; i++) starts[i] = starts[i - 1]! + groups[i - 1]!;
  return starts;
}

/** Rows of visits: all of them for a reference, at most some per visit for a window. */
function pickRows(
  sample: VectorSample,
  starts: Int32Array,
  visits: readonly number[],
  width: number,
  random: Random | undefined,
): { matrix: Float32Array; rows: number } {
  const rows = visits.flatMap((visit) => {
    const all = Array.from({ length: sample.groups[visit]! }, (_, i) => starts[visit]! + i);
    return random
      ? Array.from({ length: Math.min(rowsPerVisit, all.length) }, () => all[random.int(all.length)]!)
      : all;
  });
  const matrix = new Float32Array(rows.length * width);
  rows.forEach((row, i) => matrix.set(sample.matrix.subarray(row * width, (row + 1) * width), i * width));
  return { matrix, rows: rows.length };
}

function columnsOf(matrix: Float32Array, rows: number, width: number): Float64Array[] {
  return Array.from({ length: width }, (_, column) =>
    Float64Array.from({ length: rows }, (_, row) => matrix[row * width + column]!),
  );
}

function scorerOf(trees: TreeModel): Scorer {
  const scorer = treeScorer(trees);
  return async ({ matrix, rowCount }) => {
    const scores = new Float64Array(rowCount);
    scorer.score(matrix, rowCount, scores);
    return scores;
  };
}

/** The alarm fires when any column is further away than the threshold. */
function fires(
  references: readonly DriftReference[],
  values: readonly Float64Array[],
  threshold: number,
  columns: readonly string[],
  peak: { psi: number; column: string },
): boolean {
  let any = false;
  references.forEach((reference, i) => {
    const { fires: fired, psi } = driftAlarm(reference, values[i]!, { alarmAbove: threshold });
    any ||= fired;
    if (psi > peak.psi) Object.assign(peak, { psi, column: columns[i] });
  });
  return any;
}

/** What counts and sums would read if half of the events never arrived: each of them survives by a fair coin. */
function loseHalf(bench: TestBench, matrix: Float32Array, rows: number, random: Random): void {
  const { features } = bench.prepared.plan;
  const counted = features.flatMap((feature, i) =>
    "kept" in feature && ["count", "sum", "distinct"].includes(feature.kept.aggregate.kind) ? [i] : [],
  );
  for (let row = 0; row < rows; row++)
    for (const column of counted)
      matrix[row * features.length + column] = survivors(matrix[row * features.length + column]!, random);
}

function survivors(value: number, random: Random): number {
  const whole = Math.floor(value);
  if (whole > 50 || whole !== value) return value / 2;
  let left = 0;
  for (let i = 0; i < whole; i++) if (random.next() < 0.5) left++;
  return left;
}
