import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import { appendColumns } from "./table-append.ts";
import { readColumns, readRows } from "./table-read.ts";
import { openingFailure, queryFailure } from "./table-failure.ts";

/**
 * Tables inside this process (DuckDB), one statement at a time in the order of the calls.
 *
 * What a person can mend (a full disk, a file in use, too little memory) is a `Problem`; a statement that is wrong is
 * our mistake and stays an `Error` that quotes it.
 */
export interface Tables {
  /** Runs one or several statements and forgets what they return. */
  run(sql: string): Promise<void>;
  /** One object per row. Whole numbers beyond 2^53 stay `bigint`; decimals become numbers; dates and times, text. */
  rows<T>(sql: string): Promise<T[]>;
  /** One array per column. Numbers and booleans as `Float64Array` with NaN for NULL, all else as arrays with null. */
  columns(sql: string): Promise<Record<string, ArrayLike<unknown>>>;
  /**
   * Bulk load into an existing table, about a million rows a second. Columns are matched by name; one that is not given
   * is NULL. In numeric columns NaN, null and undefined are NULL.
   */
  append(table: string, columns: Record<string, ArrayLike<unknown>>): Promise<void>;
  /** Frees memory and the file, after the statement under way if there is one; calling it again does nothing. */
  close(): void;
}

export interface TablesOptions {
  /** Database file; in memory when absent. One process at a time may have it open. */
  readonly path?: string;
  readonly threads?: number;
  /** Ceiling on DuckDB's own memory in MiB; beyond it, large sorts and joins spill to the system's temporary folder. */
  readonly memoryLimitMb?: number;
}

/** @throws {Problem} `data/store-in-use`, `data/store-unreadable` */
export async function openTables({ path, threads = 2, memoryLimitMb = 700 }: TablesOptions = {}): Promise<Tables> {
  const settings = {
    threads: String(threads),
    memory_limit: `${memoryLimitMb}MiB`,
    temp_directory: spillFolder(),
    autoinstall_known_extensions: "false",
  };
  const instance = await DuckDBInstance.create(path ?? ":memory:", settings).catch((cause: unknown) => {
    throw openingFailure(path ?? ":memory:", cause);
  });
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  return tablesOver(instance, connection);
}

function tablesOver(instance: DuckDBInstance, connection: DuckDBConnection): Tables {
  let queue: Promise<unknown> = Promise.resolve();
  let underWay = 0;
  let closed = false;
  const free = () => {
    connection.closeSync();
    instance.closeSync();
  };
  const inTurn = <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(async () => {
      if (closed) throw new Error(`The tables were closed before: ${what}`);
      return await work().catch((cause: unknown) => {
        throw queryFailure(what, cause);
      });
    });
    underWay++;
    queue = turn
      .catch(() => undefined)
      .then(() => {
        if (--underWay === 0 && closed) free();
      });
    return turn;
  };
  return {
    run: (sql) => inTurn(sql, async () => void (await connection.run(sql))),
    rows: <T>(sql: string) => inTurn(sql, async () => (await readRows(await connection.stream(sql))) as T[]),
    columns: (sql) => inTurn(sql, async () => readColumns(await connection.stream(sql))),
    append: (table, columns) => inTurn(`append to ${table}`, () => appendColumns(connection, table, columns)),
    close: () => {
      if (closed) return;
      closed = true;
      if (underWay === 0) free();
    },
  };
}

let spillFolders = 0;

/** DuckDB makes the folder on the first spill and removes it at close. */
function spillFolder(): string {
  return join(tmpdir(), `plumbline-spill-${process.pid}-${++spillFolders}`);
}

/** A name as SQL reads it, whatever characters it has: `identifier('a "b"')` gives `"a ""b"""`. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A value as SQL reads it; NaN, null and undefined are NULL, a Date is a timestamp in UTC. */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return "NULL";
  if (typeof value === "number") return numberLiteral(value);
  if (typeof value === "bigint" || typeof value === "boolean") return String(value);
  if (value instanceof Date) return `TIMESTAMP '${value.toISOString().replace("T", " ").replace("Z", "")}'`;
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "string") throw new Error(`No SQL literal for a value of type ${typeof value}`);
  return `'${value.replaceAll("'", "''")}'`;
}

function numberLiteral(value: number): string {
  if (Number.isNaN(value)) return "NULL";
  if (!Number.isFinite(value)) return `'${value > 0 ? "" : "-"}inf'::DOUBLE`;
  return Number.isSafeInteger(value) ? String(value) : `${value.toExponential()}`;
}
