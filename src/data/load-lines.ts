import { MAX_SAMPLES_PER_REASON, type BadRows } from "./bad-rows.ts";
import { MAX_SAMPLE_CHARACTERS, type LineBatch } from "./line-batch.ts";
import type { SourceFile } from "./source-files.ts";
import { identifier, type Tables } from "./table-store.ts";

/** Lines of a file in a table with the columns `line`, `text`, `separator`. */
export interface LoadedLines {
  /** Quoted name. */
  readonly table: string;
  /** Lines that were not loaded because they cannot be read. */
  readonly faults: number;
  release(): Promise<void>;
}

/** Loads batches of lines into a table of their own, bad lines into `bad`. */
export async function loadLines(
  tables: Tables,
  file: SourceFile,
  name: string,
  batches: AsyncIterable<LineBatch>,
  bad: BadRows,
): Promise<LoadedLines> {
  const table = identifier(name);
  await tables.run(`CREATE OR REPLACE TABLE ${table} (line INTEGER, text VARCHAR, separator VARCHAR)`);
  let faults = 0;
  for await (const batch of batches) {
    for (const { line, reason, text } of batch.faults) {
      bad.add(reason, () => ({ file: file.name, row: line, reason, raw: text }));
    }
    faults += batch.faults.length;
    await tables.append(name, { line: batch.lines, text: batch.texts, separator: batch.separators });
  }
  return { table, faults, release: () => tables.run(`DROP TABLE ${table}`) };
}

/**
 * Counts lines that are no rows and keeps the first of them as samples.
 *
 * @param from  what follows FROM, with the columns `line` and `text`
 */
export async function countBadLines(
  tables: Tables,
  from: string,
  reason: string,
  file: SourceFile,
  bad: BadRows,
): Promise<number> {
  const [counted] = await tables.rows<{ count: number }>(`SELECT count(*) AS count FROM ${from}`);
  if (counted!.count === 0) return 0;
  const lines = await tables.rows<{ line: number; text: string }>(
    `SELECT line, text[:${MAX_SAMPLE_CHARACTERS}] AS text FROM ${from} ORDER BY line LIMIT ${MAX_SAMPLES_PER_REASON}`,
  );
  const samples = lines.map(({ line, text }) => ({ file: file.name, row: line, reason, raw: text }));
  bad.addGroup({ reason, count: counted!.count, samples });
  return counted!.count;
}
