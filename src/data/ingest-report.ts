import type { BadRowGroup } from "./bad-rows.ts";
import type { ColumnType } from "./column-types.ts";
import type { BadRow } from "./line-batch.ts";
import { sourceTable, type SourceDefinition } from "./source.ts";

/** What taking in one source did: what was read, kept and set aside, and what the data says about itself. */
export interface IngestReport {
  readonly source: string;
  readonly kind: "events" | "table";
  /** DuckDB table with the rows kept. */
  readonly table: string;
  /** Files read, named against the root folder; none where an optional source is absent. */
  readonly files: readonly string[];
  /** SHA-256 of the files' contents: the version of the data. */
  readonly versionSha256: string;
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly rowsQuarantined: number;
  /** By falling count; a row counts once, under the first reason that holds. */
  readonly quarantined: readonly QuarantineReason[];
  /** Samples of the bad rows, where there are any. */
  readonly quarantineFile?: string | undefined;
  readonly firstTimeMillis?: number | undefined;
  readonly lastTimeMillis?: number | undefined;
  /** Kept rows known only after they happened. */
  readonly lateRows: number;
  /** Kept rows said to be known more than 5 minutes before they happened; they count as known when they happened. */
  readonly skewedRows: number;
  /** Entity name to the number of different keys. */
  readonly entities: Readonly<Record<string, number>>;
  /** Payload columns with their types. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** Column the second clock was read from; `time` when the source has no `known`. */
  readonly knownFrom?: string | undefined;
  /** Assumed delay added to it. */
  readonly knownPlusMillis: number;
  readonly checks: readonly CheckOutcome[];
  /** Sentences for a person: nothing was wrong enough to stop. */
  readonly warnings: readonly string[];
}

export interface QuarantineReason {
  readonly reason: string;
  readonly count: number;
  readonly first: BadRow;
}

/** How a check of the source came out. */
export interface CheckOutcome {
  readonly text: string;
  /** Rows or days that broke it. */
  readonly broken: number;
  readonly of: number;
  readonly level: "row" | "day";
  /** The first of them in words. */
  readonly example?: string | undefined;
  /** For checks on days: what to tell a person; rows that break a check are quarantined instead. */
  readonly warning?: string | undefined;
}

export const reasonOf = ({ reason, count, samples }: BadRowGroup): QuarantineReason => ({
  reason,
  count,
  first: samples[0]!,
});

/** The report of a source of which nothing has been seen yet. */
export function emptyReport(source: SourceDefinition): Omit<IngestReport, "versionSha256"> {
  return {
    source: source.name,
    kind: source.kind,
    table: sourceTable(source.name),
    files: [],
    rowsRead: 0,
    rowsKept: 0,
    rowsQuarantined: 0,
    quarantined: [],
    lateRows: 0,
    skewedRows: 0,
    entities: Object.fromEntries(Object.keys(source.entities).map((entity) => [entity, 0])),
    columns: {},
    knownPlusMillis: 0,
    checks: [],
    warnings: [],
  };
}
