import type { BadRows } from "./bad-rows.ts";
import { damageOf } from "./csv-records.ts";
import { newBatch, type LineBatch } from "./line-batch.ts";
import { countBadLines, loadLines } from "./load-lines.ts";
import { ROW, type Loaded } from "./loaded.ts";
import type { SourceFile } from "./source-files.ts";
import { identifier, literal, type Tables } from "./table-store.ts";
import { linesOf } from "./text-lines.ts";

const NO_OBJECT = "the line is not a JSON object";

/** Loads a file of one JSON object per line; a nested value stays JSON text, null and an empty text are NULL. */
export async function loadNdjson(tables: Tables, file: SourceFile, table: string, bad: BadRows): Promise<Loaded> {
  const lines = await loadLines(tables, file, `${table}_lines`, jsonLines(file), bad);
  const isObject = "json_valid(text) AND CASE WHEN json_valid(text) THEN json_type(text) = 'OBJECT' END";
  const others = await countBadLines(tables, `${lines.table} WHERE NOT (${isObject})`, NO_OBJECT, file, bad);
  const objects = `(SELECT line, text FROM ${lines.table} WHERE ${isObject})`;
  const keys = await tables.rows<{ key: string }>(
    `SELECT key, min(line) AS first, min(position) AS position FROM (SELECT line, unnest(json_keys(text)) AS key,
     generate_subscripts(json_keys(text), 1) AS position FROM ${objects}) GROUP BY key ORDER BY first, position, key`,
  );
  const names = new Map(keys.toReversed().map(({ key }) => [key.toLowerCase(), key]));
  const columns = keys.map(({ key }) => key).filter((key) => names.get(key.toLowerCase()) === key);
  const pointers = columns.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  const values = columns.map((key, index) => `nullif(fields[${index + 1}], '') AS ${identifier(key)}`);
  return {
    columns,
    select: `SELECT line AS ${ROW}${values.map((value) => `, ${value}`).join("")}
      FROM (SELECT line, json_extract_string(text, ${literal(pointers)}) AS fields FROM ${objects})`,
    badRows: lines.faults + others,
    release: lines.release,
  };
}

async function* jsonLines(file: SourceFile): AsyncGenerator<LineBatch> {
  let lineNumber = 0;
  for await (const lines of linesOf(file)) {
    const batch = newBatch();
    for (const text of lines) {
      lineNumber++;
      const damage = damageOf(text);
      if (damage) batch.fault(lineNumber, damage, text);
      else if (text.trim() !== "") batch.add(lineNumber, text, "");
    }
    yield batch;
  }
}
