import type { BadRowGroup } from "./bad-rows.ts";
import { MAX_SAMPLES_PER_REASON } from "./bad-rows.ts";
import { numberSql, timeMillisSql } from "./cast.ts";
import type { Check } from "./checks/check.ts";
import type { BadRow } from "./line-batch.ts";
import { FILE, ROW } from "./loaded.ts";
import type { SourceFile } from "./source-files.ts";
import { knownColumn, type SourceDefinition } from "./source.ts";
import type { Stage } from "./stage.ts";
import { identifier, literal, type Tables } from "./table-store.ts";

/** Clocks of two machines may differ by this much before a row counts as wrong. */
export const CLOCK_TOLERANCE_MILLIS = 5 * 60_000;

/** Why a row is quarantined: the first of these that holds. */
interface Fault {
  readonly reason: string;
  /** SQL condition over the stage and the columns `"#time"`, `"#known"`. */
  readonly broken: string;
}

/**
 * Judges every row of the stage: makes a table with one line per row of `rid` (its rowid), `"#time"`, `"#known"`,
 * `"#id"`, `"#fault"` (NULL where the row is kept). The caller drops it.
 */
export async function judge(
  tables: Tables,
  source: SourceDefinition,
  staged: Stage,
  nowMillis: number,
): Promise<string> {
  const table = `${staged.table}_judged`;
  const known = knownColumn(source, staged.columns);
  const faults = [...clockFaults(source, nowMillis), ...identityFaults(source), ...checkFaults(source)];
  const cases = faults.map(({ broken, reason }) => `WHEN ${broken} THEN ${literal(reason)}`);
  const moments = `SELECT rowid AS rid, *,
    ${source.time ? timeMillisSql(identifier(source.time)) : "NULL::BIGINT"} AS "#time",
    ${known ? `${timeMillisSql(identifier(known.column))} + ${known.plusMillis}` : "NULL::BIGINT"} AS "#known",
    ${eventId(source)} AS "#id" FROM ${identifier(staged.table)}`;
  let judged = `SELECT *, ${cases.length > 0 ? `CASE ${cases.join(" ")} END` : "NULL"} AS "#fault" FROM (${moments})`;
  for (const { by, reason } of firstOfEach(source)) judged = withoutRepeats(judged, by, reason);
  const kept = `rid, "#time", "#known", "#id", "#fault"`;
  await tables.run(`CREATE OR REPLACE TABLE ${identifier(table)} AS SELECT ${kept} FROM (${judged})`);
  return table;
}

function clockFaults(source: SourceDefinition, nowMillis: number): Fault[] {
  if (source.kind === "table") return [];
  return [
    { reason: `${source.time} is no time`, broken: `"#time" IS NULL` },
    { reason: `${source.time} lies in the future`, broken: `"#time" > ${nowMillis + CLOCK_TOLERANCE_MILLIS}` },
    { reason: "the time it was known is no time", broken: `"#known" IS NULL` },
  ];
}

function identityFaults(source: SourceDefinition): Fault[] {
  return [
    ...Object.entries(source.entities).map(([entity, column]) => ({
      reason: `${entity} is missing: ${column} is empty`,
      broken: isBlank(column),
    })),
    ...(source.id ?? []).map((column) => ({
      reason: `${column} is empty, a part of the event id`,
      broken: isBlank(column),
    })),
  ];
}

function checkFaults({ checks }: SourceDefinition): Fault[] {
  const numeric = [...new Set(checks.flatMap((check) => check.numeric))];
  return [...numeric.flatMap(numberFaults), ...checks.flatMap(({ rowFault }) => rowFault ?? [])];
}

function numberFaults(column: string): Fault[] {
  const [text, number] = [identifier(column), numberSql(identifier(column))];
  return [
    { reason: `${column} is not a number`, broken: `trim(${text}) <> '' AND ${number} IS NULL` },
    { reason: `${column} is not a finite number`, broken: `NOT isfinite(${number})` },
  ];
}

const notUnique = (column: string): string => `${column} is not unique, the first was kept`;

/** Every reason under which a row that breaks the check can be quarantined. */
export function reasonsOfCheck({ numeric, rowFault, firstOfEach }: Check): string[] {
  return [
    ...numeric.flatMap(numberFaults).map(({ reason }) => reason),
    ...(rowFault ? [rowFault.reason] : []),
    ...(firstOfEach === undefined ? [] : [notUnique(firstOfEach)]),
  ];
}

/** What may occur once only, in the order in which repeats are taken out. */
function firstOfEach(source: SourceDefinition): { by: string; reason: string }[] {
  const keys = Object.keys(source.entities).join(" and ");
  return [
    ...(source.id ? [{ by: '"#id"', reason: "duplicate event id, the first was kept" }] : []),
    ...(source.kind === "table" ? [{ by: '"#id"', reason: `duplicate ${keys}, the first was kept` }] : []),
    ...source.checks.flatMap(({ firstOfEach: column }) =>
      column === undefined ? [] : [{ by: identifier(column), reason: notUnique(column) }],
    ),
  ];
}

/** Rows that are already at fault do not count as the first. Only values that occur twice are sorted. */
function withoutRepeats(judged: string, by: string, reason: string): string {
  return `WITH input AS MATERIALIZED (${judged}),
    twice AS (SELECT ${by} AS value FROM input WHERE "#fault" IS NULL AND ${by} IS NOT NULL GROUP BY ALL HAVING count(*) > 1),
    later AS (SELECT rid FROM input WHERE "#fault" IS NULL AND ${by} IN (SELECT value FROM twice)
      QUALIFY row_number() OVER (PARTITION BY ${by} ORDER BY rid) > 1)
    SELECT * REPLACE (CASE WHEN "#fault" IS NULL AND rid IN (SELECT rid FROM later) THEN ${literal(reason)} ELSE "#fault" END AS "#fault")
    FROM input`;
}

/** The id columns joined by `/`; without id columns the place of the row, so that every row is its own event. */
function eventId(source: SourceDefinition): string {
  const columns = source.id ?? (source.kind === "table" ? Object.values(source.entities) : undefined);
  if (!columns) return `${FILE} || '-' || lpad(${ROW}::VARCHAR, 9, '0')`;
  if (columns.length === 1) return identifier(columns[0]!);
  const parts = columns.map((column) => `replace(replace(${identifier(column)}, '%', '%25'), '/', '%2F')`);
  return parts.join(" || '/' || ");
}

const isBlank = (column: string): string => `(${identifier(column)} IS NULL OR trim(${identifier(column)}) = '')`;

/** Counts and samples of the rows at fault, by reason. */
export async function faultGroups(
  tables: Tables,
  staged: Stage,
  judged: string,
  files: readonly SourceFile[],
): Promise<BadRowGroup[]> {
  const counts = await tables.rows<{ reason: string; count: number }>(
    `SELECT "#fault" AS reason, count(*) AS count FROM ${identifier(judged)} WHERE "#fault" IS NOT NULL GROUP BY ALL`,
  );
  if (counts.length === 0) return [];
  const samples = await tables.rows<Record<string, unknown>>(
    `WITH first AS (SELECT rid, "#fault" FROM ${identifier(judged)} WHERE "#fault" IS NOT NULL
       QUALIFY row_number() OVER (PARTITION BY "#fault" ORDER BY rid) <= ${MAX_SAMPLES_PER_REASON})
     SELECT "#fault", stage.* FROM ${identifier(staged.table)} AS stage JOIN first ON stage.rowid = first.rid ORDER BY stage.rowid`,
  );
  const sampleOf = (row: Record<string, unknown>, reason: string): BadRow => ({
    file: files[Number(row["#file"])]!.name,
    row: Number(row["#row"]),
    reason,
    raw: Object.fromEntries(staged.columns.map((column) => [column, row[column]])),
  });
  return counts.map(({ reason, count }) => ({
    reason,
    count,
    samples: samples.filter((row) => row["#fault"] === reason).map((row) => sampleOf(row, reason)),
  }));
}
