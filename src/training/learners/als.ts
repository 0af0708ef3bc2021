import { Problem } from "../../kit/problem.ts";
import type { Random } from "../../kit/random.ts";
import { solveInPlace } from "../als/exact-solve.ts";
import { type Interactions, rowsByUser, type SparseRows } from "../als/interactions.ts";
import { addScaled, addToDiagonal, gramMatrix } from "../als/sweep.ts";
import { createWorkspace } from "../als/workspace.ts";

export interface AlsOptions {
  /** Length of a user's and an item's vector, ≥ 1. */
  readonly factors: number;
  /** Passes over all users and all items, ≥ 1. */
  readonly iterations: number;
  /** λ > 0, the same for every row. */
  readonly regularisation: number;
  /** Confidence in a taken pair is 1 + alpha · value; that of any other pair is 1. */
  readonly alpha: number;
}

export interface AlsRun {
  readonly random: Random;
  /** Called after each iteration. */
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

/** Plain data; how much user u would like item i is the inner product of their vectors, about 0 to 1. */
export interface AlsModel {
  readonly factors: number;
  readonly userCount: number;
  readonly itemCount: number;
  readonly regularisation: number;
  readonly alpha: number;
  /** userCount × factors, row-major; a user who took nothing is all zeros. */
  readonly userFactors: Float32Array;
  /** itemCount × factors, row-major; an item that nobody took is all zeros. */
  readonly itemFactors: Float32Array;
  /** YᵀY of the item vectors, factors × factors, so that folding in a user does not touch every item. */
  readonly itemGram: Float64Array;
}

/** Conjugate-gradient steps per row and iteration; more gain nothing, as the next iteration goes on from there. */
const STEPS = 3;

/**
 * Matrix factorisation for implicit feedback by alternating least squares: minimises
 * Σ over all pairs of c (p − x·y)² + λ (Σ |x|² + Σ |y|²), with p = 1 and c = 1 + alpha · value for pairs taken and
 * p = 0, c = 1 for all others. The same interactions in another order give the same bytes.
 *
 * @throws {Problem} `training/option-out-of-range`, `training/bad-interaction`, `training/no-interactions`
 * @see Hu, Koren, Volinsky (2008), doi:10.1109/ICDM.2008.22; Takács, Pilászy, Tikk (2011), doi:10.1145/2043932.2043987
 */
export function fitAls(interactions: Interactions, options: AlsOptions, run: AlsRun): AlsModel {
  checkOptions(options);
  const { factors, iterations, regularisation, alpha } = options;
  const byUser = scaled(rowsByUser(interactions), alpha);
  const workspace = createWorkspace({ factors, regularisation, steps: STEPS, byUser });
  drawStart(workspace.items, workspace.stride, factors, run.random.stream("als/items"));
  for (let done = 1; done <= iterations; done++) {
    workspace.sweepUsers();
    workspace.sweepItems();
    run.onProgress?.(done, iterations);
  }
  return alsModel({
    factors,
    userCount: byUser.rowCount,
    itemCount: byUser.columnCount,
    regularisation,
    alpha,
    userFactors: narrow(workspace.users, workspace.stride, factors),
    itemFactors: narrow(workspace.items, workspace.stride, factors),
  });
}

/**
 * The vector of a user whom training has not seen, or who has taken more since: the exact solution for that user with
 * all items standing still.
 *
 * @param items   items taken, each in [0, itemCount), each once
 * @param values  counts or weights ≥ 0, one per item
 * @returns       `factors` numbers; O(items · factors² + factors³)
 */
export function foldInUser(model: AlsModel, items: ArrayLike<number>, values: ArrayLike<number>): Float32Array {
  const { factors, itemFactors, alpha } = model;
  const matrix = model.itemGram.slice();
  addToDiagonal(matrix, factors, model.regularisation);
  const wanted = new Float64Array(factors);
  for (let i = 0; i < items.length; i++) {
    const at = items[i]! * factors;
    if (!(at >= 0 && at < itemFactors.length)) throw new RangeError(`item ${items[i]} is not one of the model's`);
    const extra = alpha * values[i]!;
    if (extra === 0) continue;
    addScaled(wanted, 1 + extra, itemFactors, at, factors);
    addOuterProduct(matrix, extra, itemFactors, at, factors);
  }
  return Float32Array.from(solveInPlace(matrix, wanted));
}

/** Completes a model read from elsewhere by what follows from its item vectors. */
export function alsModel(weights: Omit<AlsModel, "itemGram">): AlsModel {
  return { ...weights, itemGram: gramMatrix(weights.itemFactors, weights.itemCount, weights.factors) };
}

function addOuterProduct(matrix: Float64Array, scale: number, rows: Float32Array, at: number, size: number): void {
  for (let i = 0; i < size; i++) {
    const own = scale * rows[at + i]!;
    for (let j = 0; j < size; j++) matrix[i * size + j]! += own * rows[at + j]!;
  }
}

const scaled = (rows: SparseRows, alpha: number): SparseRows => ({
  ...rows,
  values: rows.values.map((value) => alpha * value),
});

/** Small normal draws: large enough to break the symmetry, small enough to say nothing. */
function drawStart(rows: Float32Array, stride: number, factors: number, random: Random): void {
  for (let at = 0; at < rows.length; at += stride) {
    for (let f = 0; f < factors; f++) rows[at + f] = 0.01 * random.normal();
  }
}

function narrow(rows: Float32Array, stride: number, factors: number): Float32Array {
  const rowCount = rows.length / stride;
  const out = new Float32Array(rowCount * factors);
  for (let row = 0; row < rowCount; row++) out.set(rows.subarray(row * stride, row * stride + factors), row * factors);
  return out;
}

function checkOptions(options: AlsOptions): void {
  const whole = (value: number, most: number) => Number.isInteger(value) && value >= 1 && value <= most;
  if (!whole(options.factors, 1024)) throw badOption("factors", options.factors, "a whole number from 1 to 1024");
  if (!whole(options.iterations, 10_000)) {
    throw badOption("iterations", options.iterations, "a whole number from 1 to 10000");
  }
  if (!(options.regularisation > 0 && options.regularisation < Infinity)) {
    throw badOption("regularisation", options.regularisation, "a number above 0, such as 0.1");
  }
  if (!(options.alpha > 0 && options.alpha < Infinity)) {
    throw badOption("alpha", options.alpha, "a number above 0, such as 10");
  }
}

const badOption = (name: string, value: number, meant: string) =>
  new Problem({
    code: "training/option-out-of-range",
    found: `The ALS option ${name} is ${value}, which is not ${meant}.`,
    fix: `set ${name} to ${meant}`,
    at: { path: name },
  });
