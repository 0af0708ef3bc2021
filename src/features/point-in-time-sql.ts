import { identifier, type Tables } from "../data/table-store.ts";
import { aggregates } from "./aggregates/index.ts";
import { checkDefinitions, type FeatureDefinition } from "./definition.ts";
import { groupValues, type ScratchTables } from "./group-sql.ts";
import { groupFeatures } from "./groups.ts";
import { readShapes } from "./source-shape.ts";

export interface TrainingSet {
  /** Row-major, rowCount × featureNames.length, in the order of `row_id`; NaN where missing. */
  readonly matrix: Float32Array;
  readonly rowCount: number;
  readonly featureNames: readonly string[];
}

/**
 * Feature values as each decision would have seen them: only events that had happened before its time and were known
 * by then. The work is SQL inside `tables`, temporary tables included, which are gone afterwards.
 *
 * @param rowsTable  table or view with `row_id BIGINT` (unique), `time_ms BIGINT` and one VARCHAR column per entity
 * @throws {Problem} `features/unknown-source`, `features/unknown-column`, `features/not-a-number`,
 *   `features/value-out-of-range`, `features/duplicate-name`, `features/bad-window`
 */
export async function buildTrainingSet(
  tables: Tables,
  definitions: readonly FeatureDefinition[],
  rowsTable: string,
): Promise<TrainingSet> {
  const { matrix, rowCount } = await pointInTime(tables, definitions, rowsTable, (length) => new Float32Array(length));
  return { matrix, rowCount, featureNames: definitions.map(({ name }) => name) };
}

/** The same values before they are rounded to 32 bits. */
export async function pointInTimeValues(
  tables: Tables,
  definitions: readonly FeatureDefinition[],
  rowsTable: string,
): Promise<Float64Array> {
  return (await pointInTime(tables, definitions, rowsTable, (length) => new Float64Array(length))).matrix;
}

type Numbers = Float32Array | Float64Array;

async function pointInTime<Matrix extends Numbers>(
  tables: Tables,
  definitions: readonly FeatureDefinition[],
  rowsTable: string,
  allocate: (length: number) => Matrix,
): Promise<{ matrix: Matrix; rowCount: number }> {
  checkDefinitions(definitions);
  const shapes = await readShapes(tables, definitions, rowsTable);
  const scratch = scratchTables();
  try {
    const rowCount = await numberRows(tables, rowsTable, scratch.rows);
    const matrix = emptyMatrix(allocate(rowCount * definitions.length), definitions);
    for (const group of groupFeatures(definitions)) {
      const { rows, values } = await groupValues({ tables, group, shapes, scratch });
      group.features.forEach(({ column }, i) => scatter(values[i]!, rows, matrix, column, definitions.length));
    }
    return { matrix, rowCount };
  } finally {
    for (const name of Object.values(scratch)) await tables.run(`DROP TABLE IF EXISTS ${name}`);
  }
}

let builds = 0;

function scratchTables(): ScratchTables {
  const prefix = `training_set_${++builds}`;
  return {
    rows: `${prefix}_rows`,
    keys: `${prefix}_keys`,
    decisions: `${prefix}_decisions`,
    events: `${prefix}_events`,
    timeline: `${prefix}_timeline`,
  };
}

/** Copies the rows with their row of the matrix; returns how many there are. */
async function numberRows(tables: Tables, rowsTable: string, into: string): Promise<number> {
  await tables.run(`CREATE TEMP TABLE ${into} AS
    SELECT row_number() OVER (ORDER BY row_id) - 1 AS matrix_row, * EXCLUDE (row_id) FROM ${identifier(rowsTable)}`);
  const [counted] = await tables.rows<{ n: number }>(`SELECT count(*) AS n FROM ${into}`);
  return counted!.n;
}

function emptyMatrix<Matrix extends Numbers>(matrix: Matrix, definitions: readonly FeatureDefinition[]): Matrix {
  definitions.forEach(({ aggregate }, column) => {
    const { empty } = aggregates[aggregate.kind];
    for (let at = column; at < matrix.length; at += definitions.length) matrix[at] = empty;
  });
  return matrix;
}

function scatter(values: Float64Array, rows: Float64Array, into: Numbers, column: number, stride: number): void {
  for (let i = 0; i < rows.length; i++) into[rows[i]! * stride + column] = values[i]!;
}
