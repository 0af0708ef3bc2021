import {
  DuckDBDecimalType,
  DuckDBTypeId,
  type DuckDBDataChunk,
  type DuckDBResult,
  type DuckDBType,
  type DuckDBValue,
  type DuckDBVector,
} from "@duckdb/node-api";
import { rawNumbers } from "./raw-vector.ts";

/** Reads a streamed result as one object per row. */
export async function readRows(result: DuckDBResult): Promise<Record<string, unknown>[]> {
  const names = result.deduplicatedColumnNames();
  const rows: Record<string, unknown>[] = [];
  for await (const chunk of result) {
    const columns = chunk.getColumns();
    for (let row = 0; row < chunk.rowCount; row++) {
      rows.push(Object.fromEntries(names.map((name, column) => [name, plain(columns[column]![row]!)])));
    }
  }
  return rows;
}

/** Reads a streamed result as one array per column; numbers and booleans as `Float64Array`, NULL there as NaN. */
export async function readColumns(result: DuckDBResult): Promise<Record<string, ArrayLike<unknown>>> {
  const names = result.deduplicatedColumnNames();
  const columns = result.columnTypes().map((type) => (isNumeric(type) ? numericColumn() : plainColumn()));
  for await (const chunk of result) columns.forEach((column, index) => column.take(chunk, index));
  return Object.fromEntries(names.map((name, index) => [name, columns[index]!.finish()]));
}

interface ColumnReader {
  take(chunk: DuckDBDataChunk, index: number): void;
  finish(): ArrayLike<unknown>;
}

function plainColumn(): ColumnReader {
  const values: unknown[] = [];
  return {
    take: (chunk, index) => void chunk.visitColumnValues(index, (value) => values.push(plain(value))),
    finish: () => values,
  };
}

function numericColumn(): ColumnReader {
  let values = new Float64Array(2048);
  let length = 0;
  return {
    take: (chunk, index) => {
      if (length + chunk.rowCount > values.length) values = grown(values, length + chunk.rowCount);
      copyNumbers(chunk, index, values, length);
      length += chunk.rowCount;
    },
    finish: () => values.slice(0, length),
  };
}

function grown(values: Float64Array<ArrayBuffer>, needed: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(Math.max(needed, values.length * 2));
  larger.set(values);
  return larger;
}

function copyNumbers(chunk: DuckDBDataChunk, index: number, into: Float64Array, at: number): void {
  const vector = chunk.getColumnVector(index);
  const raw = rawNumbers(vector);
  if (!raw) return copyOneByOne(vector, into, at);
  const { items, valid } = raw;
  if (items instanceof BigInt64Array) for (let row = 0; row < items.length; row++) into[at + row] = Number(items[row]);
  else into.set(items, at);
  if (!valid) return;
  for (let row = 0; row < items.length; row++) {
    if ((valid[row >> 3]! & (1 << (row & 7))) === 0) into[at + row] = NaN;
  }
}

function copyOneByOne(vector: DuckDBVector, into: Float64Array, at: number): void {
  for (let row = 0; row < vector.itemCount; row++) {
    const value = vector.getItem(row);
    into[at + row] = value === null ? NaN : Number(plain(value));
  }
}

const NUMERIC = new Set<DuckDBTypeId>([
  DuckDBTypeId.BOOLEAN,
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UHUGEINT,
  DuckDBTypeId.FLOAT,
  DuckDBTypeId.DOUBLE,
]);

const isNumeric = (type: DuckDBType): boolean => NUMERIC.has(type.typeId) || type instanceof DuckDBDecimalType;

/** Numbers where they fit, lists and structs as arrays and objects, anything else (dates, times, uuids) as its text. */
function plain(value: DuckDBValue): unknown {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if ("scale" in value) return Number(value.toString());
  if ("items" in value) return [...value.items].map((item) => plain(item));
  if ("entries" in value && !Array.isArray(value.entries)) {
    return Object.fromEntries(Object.entries(value.entries).map(([key, entry]) => [key, plain(entry as DuckDBValue)]));
  }
  return String(value);
}
