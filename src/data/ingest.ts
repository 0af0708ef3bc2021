import { Problem } from "../kit/problem.ts";
import type { Clock } from "../kit/clock.ts";
import type { BadRowGroup } from "./bad-rows.ts";
import { payloadColumns, mustHaveColumns } from "./columns-present.ts";
import { columnTypes, payloadSql, type TypedColumns } from "./column-types.ts";
import { emptyReport, reasonOf, type IngestReport } from "./ingest-report.ts";
import { faultGroups, judge } from "./judge.ts";
import { judgeChecks } from "./judge-checks.ts";
import { noRows } from "./loaded.ts";
import { writeQuarantine } from "./quarantine.ts";
import { contentSha256, fileNotFound, findFiles, type SourceFile } from "./source-files.ts";
import { knownColumn, sourceTable, type SourceDefinition } from "./source.ts";
import { createEmptyTable, describeTable } from "./source-table.ts";
import { stage, type Stage } from "./stage.ts";
import { identifier, type Tables } from "./table-store.ts";
import { writableFolder } from "./writable-folder.ts";

export interface IngestOptions {
  /** Folder that `files` of a source is resolved against. */
  readonly root: string;
  /** Says what lies in the future. */
  readonly clock: Clock;
  /** Where `<source>.ndjson` with the bad rows goes; made when absent. */
  readonly quarantineFolder: string;
  /** Files of this many bytes in all and larger are refused. */
  readonly maxSourceBytes?: number | undefined;
}

/** A source with more than this share of bad rows is a mistake in the definition, not in the rows. */
const MAX_BAD_SHARE = 0.5;

/**
 * Takes a source in: reads its files as text, judges row by row, sets bad rows aside with reason and place, and keeps
 * the rest as the table `source_<name>`, ordered by time and event id. On failure an earlier table stays as it was.
 *
 * @throws {Problem} `data/file-not-found`, `data/missing-column`, `data/too-many-bad-rows` and others of this room
 */
export async function ingest(tables: Tables, source: SourceDefinition, options: IngestOptions): Promise<IngestReport> {
  mustHaveTime(source);
  await writableFolder(options.quarantineFolder);
  const files = await findFiles(options.root, source.files, options.maxSourceBytes);
  if (files.length === 0) return await ingestNothing(tables, source, options.root);
  const stageTable = `stage_${source.name}`;
  const temporary = [stageTable, `${stageTable}_lines`, `${stageTable}_judged`];
  try {
    const versionSha256 = await contentSha256(files);
    const staged = await stage(tables, stageTable, files);
    if (staged.rowsRead === 0) throw noRows(files[0]!);
    return { ...(await ingestStaged(tables, source, staged, files, options)), versionSha256 };
  } finally {
    for (const table of temporary) await tables.run(`DROP TABLE IF EXISTS ${identifier(table)}`);
  }
}

/** The version of a source's data without taking it in; `undefined` where its files are absent. */
export async function sourceVersion(
  source: SourceDefinition,
  options: Pick<IngestOptions, "root" | "maxSourceBytes">,
): Promise<string | undefined> {
  const files = await findFiles(options.root, source.files, options.maxSourceBytes);
  return files.length === 0 ? undefined : await contentSha256(files);
}

async function ingestNothing(tables: Tables, source: SourceDefinition, root: string): Promise<IngestReport> {
  if (!source.optional) throw await fileNotFound(root, source.name, source.files);
  const columns = await createEmptyTable(tables, source);
  const warnings = [`no file ${source.files}: the optional source ${source.name} is empty`];
  return { ...emptyReport(source), columns, warnings, versionSha256: await contentSha256([]) };
}

async function ingestStaged(
  tables: Tables,
  source: SourceDefinition,
  staged: Stage,
  files: readonly SourceFile[],
  { clock, quarantineFolder }: IngestOptions,
): Promise<Omit<IngestReport, "versionSha256">> {
  mustHaveColumns(source, staged, files);
  const payload = payloadColumns(source, staged.columns);
  const judged = await judge(tables, source, staged, clock.nowMillis());
  for (const group of await faultGroups(tables, staged, judged, files)) staged.unreadable.addGroup(group);
  const groups = staged.unreadable.groups();
  const quarantineFile = await writeQuarantine(quarantineFolder, source.name, groups);
  mustBeMostlyGood(source, staged.rowsRead, groups, quarantineFile);
  const numeric = new Set(source.checks.flatMap((check) => check.numeric));
  const typed = await columnTypes(tables, staged, judged, payload, numeric);
  await createTable(tables, source, staged, judged, payload, typed);
  const facts = await describeTable(tables, source, judged);
  const checks = await judgeChecks(tables, source, staged.rowsRead, groups);
  const known = knownColumn(source, staged.columns);
  return {
    ...emptyReport(source),
    ...facts,
    files: files.map(({ name }) => name),
    rowsRead: staged.rowsRead,
    rowsQuarantined: sumOf(groups),
    quarantined: groups.map(reasonOf),
    quarantineFile,
    columns: typed.types,
    ...(source.kind === "events" && known && { knownFrom: known.column, knownPlusMillis: known.plusMillis }),
    checks,
    warnings: [
      ...typed.warnings,
      ...warningsAbout(source, staged, facts),
      ...checks.flatMap(({ warning }) => warning ?? []),
    ],
  };
}

async function createTable(
  tables: Tables,
  source: SourceDefinition,
  staged: Stage,
  judged: string,
  payload: readonly string[],
  { types }: TypedColumns,
): Promise<void> {
  const isEvents = source.kind === "events";
  const columns = [
    ...(isEvents ? [`"#id" AS event_id`, `"#time" AS time_ms`, `greatest("#time", "#known") AS known_ms`] : []),
    ...Object.entries(source.entities).map(
      ([entity, column]) => `trim(${identifier(column)}) AS ${identifier(entity)}`,
    ),
    ...payload.map((column) => `${payloadSql(column, types[column]!)} AS ${identifier(column)}`),
  ];
  await tables.run(
    `CREATE OR REPLACE TABLE ${identifier(sourceTable(source.name))} AS SELECT ${columns.join(", ")}
     FROM ${identifier(staged.table)} AS stage JOIN ${identifier(judged)} AS judged ON stage.rowid = judged.rid
     WHERE "#fault" IS NULL ORDER BY ${isEvents ? `"#time", "#id", ` : ""} rid`,
  );
}

function warningsAbout(source: SourceDefinition, { partly }: Stage, facts: Pick<IngestReport, "skewedRows">): string[] {
  return [
    ...partly.map(
      ({ column, lackedBy }) => `${lackedBy} has no column ${column}, which other files have: it is missing there`,
    ),
    ...(facts.skewedRows > 0
      ? [
          `${facts.skewedRows} rows of ${source.name} say they were known more than 5 minutes before they happened: two clocks differ`,
        ]
      : []),
  ];
}

const sumOf = (groups: readonly BadRowGroup[]): number => groups.reduce((sum, { count }) => sum + count, 0);

function mustHaveTime(source: SourceDefinition): void {
  if (source.kind === "table" || source.time !== undefined) return;
  throw new Problem({
    code: "data/no-time-column",
    found: `The source ${source.name} has events, but nothing says when they happened.`,
    fix: `name the column with the time as \`time:\`, or make it \`kind: table\``,
  });
}

function mustBeMostlyGood(
  source: SourceDefinition,
  rowsRead: number,
  groups: readonly BadRowGroup[],
  quarantineFile: string | undefined,
): void {
  const bad = sumOf(groups);
  if (bad <= rowsRead * MAX_BAD_SHARE) return;
  const { reason, count, samples } = groups[0]!;
  const { file, row, raw } = samples[0]!;
  throw new Problem({
    code: "data/too-many-bad-rows",
    found: `${bad} of ${rowsRead} rows of ${source.name} cannot be used; for ${count} of them ${reason}, first in ${file}:${row}: ${JSON.stringify(raw).slice(0, 200)}.`,
    fix: `compare the source's columns and checks with the file; samples lie in ${quarantineFile}`,
    at: { file, line: row },
  });
}
