import { Problem } from "../../kit/problem.ts";
import type { CompleteTreeOptions } from "./options.ts";

/** Rows with labels, as a learner takes them. */
export interface LabelledRows {
  /** Row-major, rowCount × featureCount; NaN is a missing value, infinities are refused. */
  readonly matrix: Float32Array;
  readonly rowCount: number;
  readonly featureCount: number;
  /** One per row: any number (`squared`), 0 or 1 (`binary`), grade ≥ 0 (`lambdarank`). */
  readonly labels: Float32Array;
  /** Sizes of consecutive query groups, their sum is rowCount; needed for `lambdarank`. */
  readonly groups?: Int32Array | undefined;
  /** One per row, ≥ 0, not all 0. */
  readonly weights?: Float32Array | undefined;
}

export interface TreeRows extends LabelledRows {
  readonly featureNames?: readonly string[] | undefined;
  /** Later rows that choose the number of trees; never learned from. */
  readonly validation?: LabelledRows | undefined;
}

/**
 * Refuses rows that no tree can be grown on.
 *
 * @throws {Problem} `training/no-rows`, `training/size-mismatch`, `training/value-not-usable`, `training/groups-malformed`
 */
export function checkTreeRows(rows: TreeRows, options: CompleteTreeOptions): void {
  checkLabelled(rows, options, "rows");
  if (rows.featureNames && rows.featureNames.length !== rows.featureCount)
    throw mismatch("rows.featureNames", rows.featureNames.length, rows.featureCount, "one name per feature");
  if (!rows.validation) return;
  checkLabelled(rows.validation, options, "rows.validation");
  if (rows.validation.featureCount !== rows.featureCount)
    throw mismatch(
      "rows.validation.featureCount",
      rows.validation.featureCount,
      rows.featureCount,
      "the same features",
    );
}

function checkLabelled(rows: LabelledRows, options: CompleteTreeOptions, path: string): void {
  const { rowCount, featureCount } = rows;
  if (!(rowCount >= 1 && featureCount >= 1)) throw noRows(path, rowCount, featureCount);
  checkLength(rows.matrix, rowCount * featureCount, `${path}.matrix`, "rowCount × featureCount values");
  checkLength(rows.labels, rowCount, `${path}.labels`, "one label per row");
  checkMatrix(rows, path);
  checkLabels(rows.labels, options, path);
  if (rows.weights) checkWeights(rows.weights, rowCount, path);
  if (options.objective === "lambdarank" || rows.groups) checkGroups(rows.groups, rowCount, path);
}

function checkLength(values: ArrayLike<unknown>, wanted: number, path: string, meaning: string): void {
  if (values.length !== wanted) throw mismatch(path, values.length, wanted, meaning);
}

function checkMatrix({ matrix, featureCount }: LabelledRows, path: string): void {
  for (let i = 0; i < matrix.length; i++) {
    if (Math.abs(matrix[i]!) !== Infinity) continue;
    const row = Math.floor(i / featureCount);
    throw notUsable(
      `${path}.matrix`,
      `feature ${i % featureCount} of row ${row} is ${matrix[i]}`,
      "use NaN for a missing value and finite numbers otherwise",
    );
  }
}

function checkLabels(labels: Float32Array, { objective, labelGain }: CompleteTreeOptions, path: string): void {
  const highest = objective === "lambdarank" && labelGain === "exponential" ? 30 : Number.MAX_VALUE;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    const at = `${path}.labels`;
    if (!Number.isFinite(label))
      throw notUsable(at, `the label of row ${i} is ${label}`, "leave out rows without a label");
    if (objective === "binary" && label !== 0 && label !== 1)
      throw notUsable(at, `the label of row ${i} is ${label}, but the objective is binary`, "use labels 0 and 1");
    if (objective === "lambdarank" && !(label >= 0 && label <= highest))
      throw notUsable(
        at,
        `the grade of row ${i} is ${label}`,
        highest === 30 ? "use grades from 0 to 30, or labelGain: linear" : "use grades of at least 0",
      );
  }
}

function checkWeights(weights: Float32Array, rowCount: number, path: string): void {
  checkLength(weights, rowCount, `${path}.weights`, "one weight per row");
  let sum = 0;
  for (let i = 0; i < rowCount; i++) {
    if (!(weights[i]! >= 0 && weights[i]! < Infinity))
      throw notUsable(`${path}.weights`, `the weight of row ${i} is ${weights[i]}`, "use finite weights of at least 0");
    sum += weights[i]!;
  }
  if (sum === 0) throw notUsable(`${path}.weights`, "every weight is 0", "give some rows a weight above 0");
}

function checkGroups(groups: Int32Array | undefined, rowCount: number, path: string): void {
  let sum = 0;
  for (const size of groups ?? []) {
    if (size < 1) throw groupsProblem(path, `a query group has ${size} rows`);
    sum += size;
  }
  if (!groups) throw groupsProblem(path, "the objective lambdarank has no query groups");
  if (sum !== rowCount)
    throw groupsProblem(path, `the query groups hold ${sum} rows together, but there are ${rowCount}`);
}

function groupsProblem(path: string, what: string): Problem {
  return new Problem({
    code: "training/groups-malformed",
    found: `In ${path}.groups, ${what}.`,
    fix: "give the sizes (≥ 1) of consecutive query groups so that they add up to the number of rows",
    at: { path: `${path}.groups` },
  });
}

function noRows(path: string, rowCount: number, featureCount: number): Problem {
  return new Problem({
    code: "training/no-rows",
    found: `There is nothing to learn from: ${path} has ${rowCount} rows and ${featureCount} features.`,
    fix: "give at least one row with one feature",
    at: { path },
  });
}

function mismatch(path: string, found: number, wanted: number, meaning: string): Problem {
  return new Problem({
    code: "training/size-mismatch",
    found: `${path} has ${found} where ${wanted} are needed (${meaning}).`,
    fix: `make ${path} match: ${meaning}, ${wanted} in all`,
    at: { path },
  });
}

function notUsable(path: string, what: string, fix: string): Problem {
  return new Problem({ code: "training/value-not-usable", found: `In ${path}, ${what}.`, fix, at: { path } });
}
