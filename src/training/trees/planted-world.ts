import type { Random } from "../../kit/random.ts";
import type { LabelledRows } from "./rows.ts";

/** Rows whose truth is known: the label is `truth` plus standard normal noise. */
export interface PlantedRows extends LabelledRows {
  readonly truth: Float64Array;
}

/** A bent surface over four features, a jump, an interaction, and what a missing third feature adds; the rest is noise. */
export function plantedRows(rowCount: number, featureCount: number, random: Random): PlantedRows {
  const matrix = new Float32Array(rowCount * featureCount);
  const truth = new Float64Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    const values = matrix.subarray(row * featureCount, (row + 1) * featureCount);
    values.forEach((_, i) => (values[i] = random.next() * 2 - 1));
    const missing = random.next() < 0.3;
    const [a, b, c, d] = values as unknown as [number, number, number, number];
    truth[row] = 2 * Math.sin(3 * a) + (b > 0.2 ? 1.5 : 0) + 2 * b * d + (missing ? 2 : c);
    if (missing) values[2] = NaN;
  }
  return { matrix, rowCount, featureCount, truth, labels: Float32Array.from(truth, (mean) => mean + random.normal()) };
}

/** The same rows as 0/1 labels with log-odds `truth`. */
export function plantedOdds(rowCount: number, featureCount: number, random: Random): PlantedRows {
  const rows = plantedRows(rowCount, featureCount, random);
  const labels = Float32Array.from(rows.truth, (odds) => (random.next() < 1 / (1 + Math.exp(-odds)) ? 1 : 0));
  return { ...rows, labels };
}

/** Query groups of 5 to 24 rows; grades 0 to 4 cut from the noisy truth. */
export function plantedGroups(groupCount: number, featureCount: number, random: Random): PlantedRows {
  const groups = Int32Array.from({ length: groupCount }, () => 5 + random.int(20));
  const rows = plantedRows(
    groups.reduce((sum, size) => sum + size, 0),
    featureCount,
    random,
  );
  const labels = rows.labels.map((value) => Math.max(0, Math.min(4, Math.floor(value))));
  return { ...rows, labels, groups };
}
