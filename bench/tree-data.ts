import { seededRandom } from "../src/kit/random.ts";
import type { LabelledRows } from "../src/training/trees/rows.ts";

/** Rows that a seed makes: nonlinear, with interactions and noise; 0/1 labels. */
export function clickRows(rowCount: number, featureCount: number, seed: string): LabelledRows {
  const random = seededRandom(seed);
  const weights = planted(featureCount);
  const matrix = new Float32Array(rowCount * featureCount);
  const labels = new Float32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    const odds = fillRow(matrix.subarray(row * featureCount, (row + 1) * featureCount), weights, random.normal);
    labels[row] = random.next() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
  }
  return { matrix, rowCount, featureCount, labels };
}

/** Query groups of 20 to 79 rows with grades 0 to 4, most of them 0. */
export function rankingRows(groupCount: number, featureCount: number, seed: string): LabelledRows {
  const random = seededRandom(seed);
  const weights = planted(featureCount);
  const groups = Int32Array.from({ length: groupCount }, () => 20 + random.int(60));
  const rowCount = groups.reduce((sum, size) => sum + size, 0);
  const matrix = new Float32Array(rowCount * featureCount);
  const labels = new Float32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    const score = fillRow(matrix.subarray(row * featureCount, (row + 1) * featureCount), weights, random.normal);
    labels[row] = Math.max(0, Math.min(4, Math.floor(score + random.normal())));
  }
  return { matrix, rowCount, featureCount, labels, groups };
}

/** The same truth for rows to learn from and rows to judge on. */
function planted(featureCount: number): number[] {
  const random = seededRandom("bench/planted");
  return Array.from({ length: featureCount }, () => random.normal() * 0.4);
}

function fillRow(row: Float32Array, weights: readonly number[], normal: () => number): number {
  let sum = 0;
  row.forEach((_, i) => {
    const value = normal();
    row[i] = value;
    sum += weights[i]! * (i % 3 === 0 ? Math.abs(value) - 0.8 : value);
  });
  return sum + row[0]! * row[1]!;
}
