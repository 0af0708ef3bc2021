/** A piece of text to be put in the place of another. Offsets count from the start of the text as it was. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** @param splices  do not overlap; in any order */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let done = "";
  let at = 0;
  for (const { from, to, text: put } of splices.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    done += text.slice(at, from) + put;
    at = to;
  }
  return done + text.slice(at);
}

export const lineStart = (text: string, at: number): number => (at <= 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1);

/** Where a line ends, before its line end. */
export function lineEnd(text: string, at: number): number {
  const newline = text.indexOf("\n", at);
  if (newline < 0) return text.length;
  return newline > at && text[newline - 1] === "\r" ? newline - 1 : newline;
}

/** Where the next line starts; the length of the text when there is none. */
export function nextLine(text: string, at: number): number {
  const newline = text.indexOf("\n", at);
  return newline < 0 ? text.length : newline + 1;
}

export const columnOf = (text: string, at: number): number => at - lineStart(text, at);
export const pad = (column: number): string => " ".repeat(column);

/** Whether only blanks stand before an offset on its line. */
export const startsLine = (text: string, at: number): boolean => /^[ \t]*$/.test(text.slice(lineStart(text, at), at));

/** Whether a line, given by its start, is blank; not the empty one after the last line end. */
export const isBlankLine = (text: string, at: number): boolean =>
  at < text.length && text.slice(at, lineEnd(text, at)).trim() === "";

/** Column of the comment that fills a line, given by its start; `undefined` for any other line. */
export function commentColumn(text: string, at: number): number | undefined {
  const found = /^[ \t]*(?=#)/.exec(text.slice(at, lineEnd(text, at)));
  return found?.[0].length;
}

/** The line end that a text uses: the first that it has. */
export const lineEndOf = (text: string): string => /\r?\n/.exec(text)?.[0] ?? "\n";

/** Puts whole lines before the line that starts at an offset; a text without last line end stays without. */
export function insertLines(text: string, at: number, lines: readonly string[], eol: string): Splice {
  const open = at === text.length && at > 0 && text[at - 1] !== "\n";
  return {
    from: at,
    to: at,
    text: open ? lines.map((line) => eol + line).join("") : lines.map((l) => l + eol).join(""),
  };
}
