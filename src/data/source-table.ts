import { CLOCK_TOLERANCE_MILLIS } from "./judge.ts";
import type { ColumnType } from "./column-types.ts";
import type { IngestReport } from "./ingest-report.ts";
import { EVENT_COLUMNS, sourceTable, type SourceDefinition } from "./source.ts";
import { identifier, type Tables } from "./table-store.ts";

/** The table of an optional source whose file is absent; numbers unless a check of the column lists texts. */
export async function createEmptyTable(
  tables: Tables,
  source: SourceDefinition,
): Promise<Readonly<Record<string, ColumnType>>> {
  const consumed = new Set([...Object.values(source.entities), source.time, source.known?.column]);
  const named = [...(source.id ?? []), ...(source.columns ?? []), ...source.checks.flatMap((check) => check.columns)];
  const payload = [...new Set(named)].filter((column) => !consumed.has(column));
  const texts = new Set(source.checks.filter(isAboutText).flatMap((check) => check.columns));
  const types = Object.fromEntries(
    payload.map((column): [string, ColumnType] => [column, texts.has(column) ? "VARCHAR" : "DOUBLE"]),
  );
  const [id, ...clocks] = EVENT_COLUMNS;
  const columns = [
    ...(source.kind === "events" ? [`${id} VARCHAR`, ...clocks.map((clock) => `${clock} BIGINT`)] : []),
    ...Object.keys(source.entities).map((entity) => `${identifier(entity)} VARCHAR`),
    ...payload.map((column) => `${identifier(column)} ${types[column]}`),
  ];
  await tables.run(`CREATE OR REPLACE TABLE ${identifier(sourceTable(source.name))} (${columns.join(", ")})`);
  return types;
}

const isAboutText = ({ kind, numeric }: SourceDefinition["checks"][number]): boolean =>
  kind === "one-of" && numeric.length === 0;

/** Counts and times of the rows kept. */
export async function describeTable(
  tables: Tables,
  source: SourceDefinition,
  judged: string,
): Promise<
  Pick<IngestReport, "rowsKept" | "firstTimeMillis" | "lastTimeMillis" | "lateRows" | "skewedRows" | "entities">
> {
  const isEvents = source.kind === "events";
  const entities = Object.keys(source.entities);
  const distinct = entities.map((entity, index) => `count(DISTINCT ${identifier(entity)}) AS e${index}`);
  const clocks = ["min(time_ms) AS first", "max(time_ms) AS last", "count(*) FILTER (known_ms > time_ms) AS late"];
  const [row] = await tables.rows<Record<string, number | null>>(
    `SELECT ${["count(*) AS kept", ...(isEvents ? clocks : []), ...distinct].join(", ")} FROM ${identifier(sourceTable(source.name))}`,
  );
  const [skewed] = await tables.rows<{ rows: number }>(
    `SELECT count(*) AS rows FROM ${identifier(judged)} WHERE "#fault" IS NULL AND "#known" < "#time" - ${CLOCK_TOLERANCE_MILLIS}`,
  );
  return {
    rowsKept: row!.kept!,
    firstTimeMillis: row!.first ?? undefined,
    lastTimeMillis: row!.last ?? undefined,
    lateRows: row!.late ?? 0,
    skewedRows: skewed!.rows,
    entities: Object.fromEntries(entities.map((entity, index) => [entity, row![`e${index}`]!])),
  };
}
