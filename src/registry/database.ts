import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { join } from "node:path";
import { Problem } from "../kit/problem.ts";
import { corruptDatabase, explainingStorage } from "./storage-problems.ts";

type Parameters = Record<string, SQLInputValue>;

/** SQL on the registry's database; what the disk refuses comes out as a Problem. */
export interface Database {
  rows<Row>(sql: string, parameters?: Parameters): Row[];
  run(sql: string, parameters?: Parameters): void;
  /** All of `work` or nothing, with the write lock held from the start. */
  transaction<T>(work: () => T): T;
  close(): void;
}

const FORMAT = 1;
const WAIT_MILLIS = 10_000;

const appendOnly = ["versions", "artifacts", "alias_history"].flatMap((table) =>
  ["UPDATE", "DELETE"].map(
    (act) => `CREATE TRIGGER ${table}_no_${act} BEFORE ${act} ON ${table}
      BEGIN SELECT RAISE(ABORT, 'the registry is append-only'); END;`,
  ),
);

const schema = `
  CREATE TABLE versions (
    name TEXT NOT NULL, version INTEGER NOT NULL, kind TEXT NOT NULL, created_ms INTEGER NOT NULL,
    content TEXT NOT NULL, lineage TEXT NOT NULL, metrics TEXT NOT NULL, feature_signature TEXT,
    PRIMARY KEY (name, version), UNIQUE (name, content)
  ) STRICT;
  CREATE TABLE artifacts (
    name TEXT NOT NULL, version INTEGER NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL,
    PRIMARY KEY (name, version, file), FOREIGN KEY (name, version) REFERENCES versions
  ) STRICT;
  CREATE TABLE alias_history (
    step INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, alias TEXT NOT NULL, version INTEGER,
    because TEXT NOT NULL, time_ms INTEGER NOT NULL, FOREIGN KEY (name, version) REFERENCES versions
  ) STRICT;
  CREATE INDEX alias_history_by_name ON alias_history (name, alias, step);
  ${appendOnly.join("\n")}
  PRAGMA user_version = ${FORMAT};
`;

/** Opens `registry.sqlite` in the folder, with write-ahead log and full flushing; makes the tables on first use. */
export function openDatabase(folder: string): Database {
  const explained = <T>(work: () => T): T => explainingStorage(folder, work);
  const handle = explained(() => new DatabaseSync(join(folder, "registry.sqlite"), { timeout: WAIT_MILLIS }));
  const database: Database = {
    rows: <Row>(sql: string, parameters: Parameters = {}) =>
      explained(() => handle.prepare(sql).all(parameters) as Row[]),
    run: (sql, parameters = {}) => explained(() => void handle.prepare(sql).run(parameters)),
    transaction: (work) => explained(() => inTransaction(handle, work)),
    close: () => handle.close(),
  };
  try {
    explained(() => prepare(handle, folder, database));
  } catch (error) {
    handle.close();
    throw error;
  }
  return database;
}

function prepare(handle: DatabaseSync, folder: string, database: Database): void {
  untilNotBusy(() => handle.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON"));
  const [check] = database.rows<{ quick_check: string }>("PRAGMA quick_check(1)");
  if (check?.quick_check !== "ok") throw corruptDatabase(folder, new Error(check?.quick_check));
  database.transaction(() => {
    const [{ user_version: format }] = database.rows<{ user_version: number }>("PRAGMA user_version") as [
      { user_version: number },
    ];
    if (format === 0) handle.exec(schema);
    if (format > FORMAT) throw newerFormat(folder, format);
  });
}

function inTransaction<T>(handle: DatabaseSync, work: () => T): T {
  handle.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    handle.exec("COMMIT");
    return result;
  } catch (error) {
    if (handle.isTransaction) handle.exec("ROLLBACK");
    throw error;
  }
}

/** SQLite does not wait by itself when two processes switch a new database to the write-ahead log at once. */
function untilNotBusy(work: () => void): void {
  const pauseMillis = 20;
  for (let left = WAIT_MILLIS / pauseMillis; ; left--) {
    try {
      return work();
    } catch (error) {
      if ((error as { errcode?: number }).errcode !== 5 || left <= 0) throw error;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMillis);
  }
}

const newerFormat = (folder: string, format: number) =>
  new Problem({
    code: "registry/newer-format",
    found: `The registry in ${folder} has format ${format}; this version of Plumbline knows formats up to ${FORMAT}.`,
    fix: "open it with the version of Plumbline that wrote it, or a later one",
  });
