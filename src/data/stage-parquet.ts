import { ROW, type Loaded } from "./loaded.ts";
import type { SourceFile } from "./source-files.ts";
import { identifier, literal, type Tables } from "./table-store.ts";
import { unreadable } from "./unreadable-file.ts";

/** Reads a Parquet file; whole numbers that were stored as floating point lose their `.0`, so that they can be keys. */
export async function loadParquet(tables: Tables, file: SourceFile): Promise<Loaded> {
  const source = `read_parquet(${literal(file.path)}, file_row_number = true)`;
  const described = await tables
    .rows<{ column_name: string; column_type: string }>(`DESCRIBE SELECT * EXCLUDE (file_row_number) FROM ${source}`)
    .catch((cause: unknown) => {
      throw unreadable(file, (cause as Error).cause ?? cause);
    });
  const values = described.map(({ column_name, column_type }) => {
    const column = identifier(column_name);
    return `nullif(${column_type === "DOUBLE" || column_type === "FLOAT" ? wholeAsText(column) : `${column}::VARCHAR`}, '') AS ${column}`;
  });
  return {
    columns: described.map(({ column_name }) => column_name),
    select: `SELECT file_row_number + 1 AS ${ROW}, ${values.join(", ")} FROM ${source}`,
    badRows: 0,
    release: async () => undefined,
  };
}

const wholeAsText = (column: string): string =>
  `CASE WHEN abs(${column}) < 1e15 AND ${column} = trunc(${column}) THEN (${column}::BIGINT)::VARCHAR ELSE ${column}::VARCHAR END`;
