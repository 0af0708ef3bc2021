import type { BadRows } from "./bad-rows.ts";
import { csvRecords, readCsvHeader } from "./csv-records.ts";
import { countBadLines, loadLines } from "./load-lines.ts";
import { noRows, ROW, type Loaded } from "./loaded.ts";
import type { SourceFile } from "./source-files.ts";
import { identifier, type Tables } from "./table-store.ts";

/** A row with more or fewer fields than the header is quarantined under this reason. */
const FIELD_COUNT = "its number of fields differs from the header's";

/** Loads a CSV file; empty fields are NULL. */
export async function loadCsv(tables: Tables, file: SourceFile, table: string, bad: BadRows): Promise<Loaded> {
  const header = await readCsvHeader(file);
  if (!header) throw noRows(file);
  const { columns } = header;
  const lines = await loadLines(tables, file, `${table}_lines`, csvRecords(file, header), bad);
  const fields = `(SELECT line, text, string_split(text, separator) AS fields FROM ${lines.table})`;
  const uneven = await countBadLines(
    tables,
    `${fields} WHERE len(fields) <> ${columns.length}`,
    FIELD_COUNT,
    file,
    bad,
  );
  const values = columns.map((column, index) => `nullif(fields[${index + 1}], '') AS ${identifier(column)}`);
  return {
    columns,
    select: `SELECT line AS ${ROW}, ${values.join(", ")} FROM ${fields} WHERE len(fields) = ${columns.length}`,
    badRows: lines.faults + uneven,
    release: lines.release,
  };
}
