import { collectBadRows, type BadRows } from "./bad-rows.ts";
import { FILE, ROW, type Loaded } from "./loaded.ts";
import type { SourceFile } from "./source-files.ts";
import { loadCsv } from "./stage-csv.ts";
import { loadNdjson } from "./stage-ndjson.ts";
import { loadParquet } from "./stage-parquet.ts";
import { identifier, literal, type Tables } from "./table-store.ts";

/** All rows of a source as text, with where each came from, before anything is judged. */
export interface Stage {
  readonly table: string;
  /** Columns of the files, in order of first appearance. */
  readonly columns: readonly string[];
  readonly rowsRead: number;
  /** Rows that are no rows at all: a broken quote, too few fields, no JSON. */
  readonly unreadable: BadRows;
  /** Columns that some files have and others lack, with one that lacks it. */
  readonly partly: readonly { readonly column: string; readonly lackedBy: string }[];
}

/** Reads every file into one table of text columns. The caller drops `table`. */
export async function stage(tables: Tables, table: string, files: readonly SourceFile[]): Promise<Stage> {
  const name = identifier(table);
  const unreadable = collectBadRows();
  const columns: string[] = [];
  const perFile: (readonly string[])[] = [];
  let badRows = 0;
  await tables.run(`CREATE OR REPLACE TABLE ${name} (${FILE} INTEGER, ${ROW} BIGINT)`);
  for (const [index, file] of files.entries()) {
    const loaded = await load(tables, file, table, unreadable);
    for (const column of loaded.columns) {
      if (columns.some((known) => known.toLowerCase() === column.toLowerCase())) continue;
      columns.push(column);
      await tables.run(`ALTER TABLE ${name} ADD COLUMN ${identifier(column)} VARCHAR`);
    }
    await tables.run(`INSERT INTO ${name} BY NAME SELECT ${literal(index)} AS ${FILE}, * FROM (${loaded.select})`);
    await loaded.release();
    perFile.push(loaded.columns);
    badRows += loaded.badRows;
  }
  const [counted] = await tables.rows<{ rows: number }>(`SELECT count(*) AS rows FROM ${name}`);
  return { table, columns, rowsRead: counted!.rows + badRows, unreadable, partly: partly(columns, perFile, files) };
}

async function load(tables: Tables, file: SourceFile, table: string, bad: BadRows): Promise<Loaded> {
  switch (file.format) {
    case "csv":
    case "csv.gz":
      return await loadCsv(tables, file, table, bad);
    case "ndjson":
    case "ndjson.gz":
      return await loadNdjson(tables, file, table, bad);
    default:
      return await loadParquet(tables, file);
  }
}

function partly(columns: readonly string[], perFile: readonly (readonly string[])[], files: readonly SourceFile[]) {
  return columns.flatMap((column) => {
    const lacking = perFile.findIndex((own) => !own.some((name) => name.toLowerCase() === column.toLowerCase()));
    return lacking < 0 ? [] : [{ column, lackedBy: files[lacking]!.name }];
  });
}
