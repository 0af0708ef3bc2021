/**
 * A promise about the rows of a source. Plain values: what a row must satisfy is SQL over the file's columns as text,
 * so a check runs on all rows at once.
 */
export interface Check {
  /** Name of the kind, such as `range`. */
  readonly kind: string;
  /** The check as it was written, such as `rating in 1..5`. */
  readonly text: string;
  /** Columns it reads; they must exist in the file. */
  readonly columns: readonly string[];
  /** Columns that must hold finite numbers wherever they are not empty; they become DOUBLE. */
  readonly numeric: readonly string[];
  /** Row level: `broken` is an SQL condition that is true on a row to be quarantined, `reason` says why. */
  readonly rowFault?: { readonly broken: string; readonly reason: string };
  /** Row level: of rows that agree in this column only the first stays; empty values do not count. */
  readonly firstOfEach?: string;
  /** Day level: warnings on whole days; no row is quarantined. */
  readonly judgeDays?: (days: readonly DayCount[]) => readonly DayFault[];
}

/** Rows kept for one UTC day. */
export interface DayCount {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly rows: number;
}

export interface DayFault extends DayCount {
  /** What was expected of this day, as the end of a sentence: `where 40 to 120 were expected`. */
  readonly expected: string;
}

/** One way to write a check; a file of this folder each. */
export interface CheckKind {
  readonly kind: string;
  /** How it is written, for messages and docs. */
  readonly form: string;
  /** Reads its own form. @returns `undefined` when the text is of another kind. @throws {Problem} `data/malformed-check` */
  read(text: string): Check | undefined;
}

/** A column name at the head of a check: bare, or in backticks when it has blanks or signs in it. */
export const COLUMN = "(?:`(?<quoted>[^`]+)`|(?<bare>[\\p{L}_][\\p{L}\\p{N}_.#-]*))";

/** The column that a match of {@link COLUMN} found. */
export const columnOf = (match: RegExpMatchArray): string => (match.groups!.quoted ?? match.groups!.bare)!;

/** A number as data writes it, with sign, fraction and exponent. */
export const NUMBER = "[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?";
