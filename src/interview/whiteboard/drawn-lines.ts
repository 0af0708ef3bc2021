/** A line of a board, or several where braces hold them together. Comments are blanked, so that offsets stay. */
export interface DrawnLine {
  readonly text: string;
  readonly start: number;
  /** Counted from 1. */
  readonly number: number;
}

const mostInBraces = 60;

/** Lines of a text, comments blanked; a `{` without its `}` goes on to the line that closes it. */
export function* linesOf(text: string): Generator<DrawnLine> {
  const lines = text.split("\n");
  const closes = nextClosing(lines);
  let start = 0;
  for (let at = 0; at < lines.length; at++) {
    const first = at;
    const offset = start;
    const close = isOpen(lines[at]!) ? (closes[at + 1] ?? -1) : -1;
    if (close > at && close - at <= mostInBraces) at = close;
    const own = lines
      .slice(first, at + 1)
      .map(withoutComment)
      .join("\n");
    start += own.length + 1;
    yield { text: own, start: offset, number: first + 1 };
  }
}

const isOpen = (line: string): boolean => line.lastIndexOf("{") > line.lastIndexOf("}");

/** For each line the next one, itself included, that holds a `}`; −1 for none. */
function nextClosing(lines: readonly string[]): number[] {
  const found = new Array<number>(lines.length).fill(-1);
  for (let at = lines.length - 1; at >= 0; at--) found[at] = lines[at]!.includes("}") ? at : (found[at + 1] ?? -1);
  return found;
}

/** `# …` at the beginning or behind a space is a remark. */
function withoutComment(line: string): string {
  const at = /(?:^|\s)#(?=\s|$)/.exec(line)?.index;
  return at === undefined ? line : line.slice(0, at).padEnd(line.length);
}
