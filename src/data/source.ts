import type { Check } from "./checks/check.ts";

/** Where the rows of one source lie and what they mean; made from a design, or by hand. */
export interface SourceDefinition {
  /** The table it becomes is `source_<name>`. */
  readonly name: string;
  /** `events` happened at a time and are only added; a `table` says what is true of an entity now. */
  readonly kind: "events" | "table";
  /** A path, or a pattern with `*` and `?` in its last part such as `transactions*.csv`, against the root folder. */
  readonly files: string;
  /** Entity name to the column that holds its key. */
  readonly entities: Readonly<Record<string, string>>;
  /** Column that says when it happened; events need one. */
  readonly time?: string | undefined;
  /** When it could have been known; the time itself when absent. */
  readonly known?: KnownAt | undefined;
  /** Columns that together identify an event; without them every row is its own event. */
  readonly id?: readonly string[] | undefined;
  /** Whether the file may be absent; the table is then empty, its `columns` DOUBLE or, where a check lists texts, VARCHAR. */
  readonly optional?: boolean | undefined;
  /** Columns that must exist besides those named above. */
  readonly columns?: readonly string[] | undefined;
  readonly checks: readonly Check[];
}

/**
 * Where the second clock of an event is read. `column` holds the moment of arrival. Where the files lack it, `orElse`
 * plus `plusMillis` (an assumed delay) stands in; without `orElse`, `plusMillis` is added to `column` itself.
 */
export interface KnownAt {
  readonly column: string;
  readonly orElse?: string | undefined;
  readonly plusMillis?: number | undefined;
}

/** The DuckDB table of a source. */
export const sourceTable = (name: string): string => `source_${name}`;

/** Columns every events table has before its entities. */
export const EVENT_COLUMNS = ["event_id", "time_ms", "known_ms"] as const;

/** The column that says when an event was known, and what is added to it, given the columns of the files. */
export function knownColumn(
  source: SourceDefinition,
  present: Iterable<string>,
): { column: string; plusMillis: number } | undefined {
  const { known, time } = source;
  if (!known) return time === undefined ? undefined : { column: time, plusMillis: 0 };
  const { column, orElse, plusMillis = 0 } = known;
  if (orElse === undefined) return { column, plusMillis };
  return new Set(present).has(column) ? { column, plusMillis: 0 } : { column: orElse, plusMillis };
}

/** Columns the definition relies on, each with what for, given the columns of the files. */
export function neededColumns(source: SourceDefinition, present: Iterable<string>): { column: string; role: string }[] {
  const known = knownColumn(source, present)?.column;
  return [
    ...Object.entries(source.entities).map(([entity, column]) => ({ column, role: `the ${entity}` })),
    ...(source.time ? [{ column: source.time, role: "the time" }] : []),
    ...(known ? [{ column: known, role: "the time it was known" }] : []),
    ...(source.id ?? []).map((column) => ({ column, role: "the event id" })),
    ...(source.columns ?? []).map((column) => ({ column, role: "the columns of the source" })),
    ...source.checks.flatMap((check) =>
      check.columns.map((column) => ({ column, role: `the check \`${check.text}\`` })),
    ),
  ];
}
