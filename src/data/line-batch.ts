/** A row that could not be taken in: where it stood, why, and what it said. */
export interface BadRow {
  /** File as named against the root folder. */
  readonly file: string;
  /** Line of a text file, its header being line 1; row of a Parquet file, counted from 1. */
  readonly row: number;
  readonly reason: string;
  /** The line as it was, or the values of the row by column. */
  readonly raw: string | Readonly<Record<string, unknown>>;
}

/** Records of a text file on their way into a table, column by column, and the lines that are none. */
export interface LineBatch {
  readonly lines: number[];
  readonly texts: string[];
  readonly separators: string[];
  readonly faults: { readonly line: number; readonly reason: string; readonly text: string }[];
  /** Records and faults so far. */
  readonly size: number;
  add(line: number, text: string, separator: string): void;
  fault(line: number, reason: string, text: string): void;
}

/** Characters of a bad line that are kept. */
export const MAX_SAMPLE_CHARACTERS = 2000;

export function newBatch(): LineBatch {
  const lines: number[] = [];
  const texts: string[] = [];
  const separators: string[] = [];
  const faults: { line: number; reason: string; text: string }[] = [];
  return {
    lines,
    texts,
    separators,
    faults,
    get size() {
      return lines.length + faults.length;
    },
    add: (line, text, separator) => {
      lines.push(line);
      texts.push(text);
      separators.push(separator);
    },
    fault: (line, reason, text) => void faults.push({ line, reason, text: text.slice(0, MAX_SAMPLE_CHARACTERS) }),
  };
}
