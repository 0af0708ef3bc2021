import {
  DuckDBDataChunk,
  DuckDBDecimalValue,
  DuckDBDoubleVector,
  DuckDBTypeId,
  type DuckDBDecimalType,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue,
} from "@duckdb/node-api";
import { rawNumbers } from "./raw-vector.ts";

const CHUNK_ROWS = 2048;
const CHUNKS_PER_PAUSE = 32;

/** Loads columns into an existing table chunk by chunk, pausing now and then so that the process stays responsive. */
export async function appendColumns(
  connection: DuckDBConnection,
  table: string,
  columns: Readonly<Record<string, ArrayLike<unknown>>>,
): Promise<void> {
  const rowCount = sharedLength(table, columns);
  const { names, types } = await tableShape(connection, table);
  const unknown = Object.keys(columns).filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Error(`Table ${table} has no column ${unknown.join(", ")}, only ${names.join(", ")}`);
  const appender = await connection.createAppender(table);
  try {
    for (let from = 0, chunks = 0; from < rowCount; from += CHUNK_ROWS) {
      const rows = Math.min(CHUNK_ROWS, rowCount - from);
      const chunk = DuckDBDataChunk.create(types, rows);
      names.forEach((name, index) => fillColumn(chunk, index, types[index]!, columns[name], from));
      appender.appendDataChunk(chunk);
      if (++chunks % CHUNKS_PER_PAUSE === 0) await new Promise((resume) => setImmediate(resume));
    }
  } finally {
    appender.closeSync();
  }
}

function sharedLength(table: string, columns: Readonly<Record<string, ArrayLike<unknown>>>): number {
  const lengths = new Set(Object.values(columns).map((column) => column.length));
  if (lengths.size > 1) throw new Error(`Columns for ${table} differ in length: ${[...lengths].join(", ")}`);
  return [...lengths][0] ?? 0;
}

async function tableShape(connection: DuckDBConnection, table: string) {
  const result = await connection.run(`SELECT * FROM "${table.replaceAll('"', '""')}" LIMIT 0`);
  return { names: result.columnNames(), types: result.columnTypes() };
}

function fillColumn(
  chunk: DuckDBDataChunk,
  index: number,
  type: DuckDBType,
  column: ArrayLike<unknown> | undefined,
  from: number,
): void {
  if (column instanceof Float64Array && type.typeId === DuckDBTypeId.DOUBLE && fillDoubles(chunk, index, column, from))
    return;
  const convert = column ? converterFor(type) : () => null;
  const values: DuckDBValue[] = new Array<DuckDBValue>(chunk.rowCount);
  for (let row = 0; row < values.length; row++) values[row] = convert(column?.[from + row]);
  chunk.setColumnValues(index, values);
}

function fillDoubles(chunk: DuckDBDataChunk, index: number, column: Float64Array, from: number): boolean {
  const vector = chunk.getColumnVector(index);
  const raw = rawNumbers(vector);
  if (!(vector instanceof DuckDBDoubleVector) || !(raw?.items instanceof Float64Array)) return false;
  const { items } = raw;
  items.set(column.subarray(from, from + chunk.rowCount));
  const firstGap = items.findIndex(Number.isNaN);
  if (firstGap >= 0) {
    vector.setItem(firstGap, null);
    const { valid } = rawNumbers(vector)!;
    for (let row = firstGap; row < items.length; row++)
      if (Number.isNaN(items[row])) valid![row >> 3]! &= ~(1 << (row & 7));
  }
  vector.flush();
  return true;
}

type Convert = (value: unknown) => DuckDBValue;

function converterFor(type: DuckDBType): Convert {
  const absent = (value: unknown): boolean => value === null || value === undefined || Number.isNaN(value);
  switch (type.typeId) {
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.UBIGINT:
    case DuckDBTypeId.HUGEINT:
      return (value) => (absent(value) ? null : BigInt(value as number));
    case DuckDBTypeId.VARCHAR:
      return (value) => (value === null || value === undefined ? null : String(value));
    case DuckDBTypeId.BOOLEAN:
      return (value) => (absent(value) ? null : Boolean(value));
    case DuckDBTypeId.DOUBLE:
    case DuckDBTypeId.FLOAT:
    case DuckDBTypeId.INTEGER:
    case DuckDBTypeId.UINTEGER:
    case DuckDBTypeId.SMALLINT:
    case DuckDBTypeId.TINYINT:
      return (value) => (absent(value) ? null : Number(value));
    case DuckDBTypeId.DECIMAL: {
      const { width, scale } = type as DuckDBDecimalType;
      return (value) => (absent(value) ? null : DuckDBDecimalValue.fromDouble(Number(value), width, scale));
    }
    default:
      return (value) => (absent(value) ? null : (value as DuckDBValue));
  }
}
