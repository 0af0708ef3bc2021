import type { SourceRange } from "./imported.ts";

/** A text whose offsets can be told as lines and columns. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  range(start: number, end: number): SourceRange;
  slice(range: Pick<SourceRange, "start" | "end">): string;
}

export function sourceText(text: string, file: string): SourceText {
  const lineStarts = startsOfLines(text);
  const place = (offset: number): { line: number; column: number } => {
    const line = lineAt(lineStarts, offset);
    return { line, column: offset - lineStarts[line - 1]! + 1 };
  };
  return {
    file,
    text,
    slice: ({ start, end }) => text.slice(start, end),
    range(start, end) {
      const [from, to] = [place(start), place(end)];
      return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column, start, end };
    },
  };
}

function startsOfLines(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** The last line that starts at or before the offset, by halving. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
