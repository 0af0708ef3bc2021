import { describe, expect, it } from "vitest";
import { seededRandom } from "../../kit/random.ts";
import { solveInPlace } from "./exact-solve.ts";
import { rowsByUser } from "./interactions.ts";
import { addToDiagonal, gramMatrix, sweepRows } from "./sweep.ts";

const stride = 8;
const regularisation = 0.3;
const random = seededRandom("sweep");
const items = Float32Array.from({ length: 40 * stride }, () => random.normal());
const entries = rowsByUser({
  userCount: 10,
  itemCount: 40,
  userIndex: Int32Array.from({ length: 90 }, () => random.int(9)),
  itemIndex: Int32Array.from({ length: 90 }, () => random.int(40)),
  value: Float32Array.from({ length: 90 }, () => 1 + random.int(20)),
});

/** The normal equations built densely, entry by entry, and solved by Cholesky. */
function exactRow(row: number): Float64Array {
  const matrix = gramMatrix(items, 40, stride);
  addToDiagonal(matrix, stride, regularisation);
  const wanted = new Float64Array(stride);
  for (let entry = entries.starts[row]!; entry < entries.starts[row + 1]!; entry++) {
    const y = items.subarray(entries.columns[entry]! * stride, (entries.columns[entry]! + 1) * stride);
    for (let i = 0; i < stride; i++) {
      wanted[i]! += (1 + entries.values[entry]!) * y[i]!;
      for (let j = 0; j < stride; j++) matrix[i * stride + j]! += entries.values[entry]! * y[i]! * y[j]!;
    }
  }
  return solveInPlace(matrix, wanted);
}

function distanceAfter(steps: number): number {
  const target = new Float32Array(10 * stride);
  sweepRows({ target, source: items, stride, entries, regularisation, steps });
  let worst = 0;
  for (let row = 0; row < 10; row++) {
    exactRow(row).forEach((value, f) => (worst = Math.max(worst, Math.abs(value - target[row * stride + f]!))));
  }
  return worst;
}

describe("sweepRows", () => {
  it("comes closer to the exact solution with more steps, and reaches it after as many steps as factors", () => {
    const [one, three, six, many] = [1, 3, 6, 2 * stride].map(distanceAfter) as [number, number, number, number];
    expect(three).toBeLessThan(one);
    expect(six).toBeLessThan(three / 2);
    expect(many).toBeLessThan(1e-5);
  });
});

describe("solveInPlace", () => {
  it("gives back the vector that the matrix was multiplied with", () => {
    const half = Float32Array.from({ length: 9 * 7 }, () => random.normal());
    const matrix = gramMatrix(half, 9, 7);
    const x = Float64Array.from({ length: 7 }, () => random.normal());
    const product = x.map((_, i) => x.reduce((sum, value, j) => sum + matrix[i * 7 + j]! * value, 0));
    solveInPlace(matrix, product).forEach((value, i) => expect(value).toBeCloseTo(x[i]!, 8));
  });

  it("refuses a matrix that is not positive definite", () => {
    expect(() => solveInPlace(Float64Array.of(1, 2, 2, 1), Float64Array.of(1, 1))).toThrow(/positive definite/);
  });
});
