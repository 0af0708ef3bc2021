import { pad } from "./text-lines.ts";

/** A text as a block scalar: what stands after the key, and the lines below it. */
export interface BlockText {
  readonly head: string;
  readonly body: readonly string[];
}

// oxlint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]|\p{Surrogate}/u;

/** Only texts of which no blank is at risk: those with odd blanks at the ends of lines are quoted instead. */
function holds(text: string): boolean {
  return text.trim() !== "" && !/^\s|\n\n$|\n[ ]+(?=\n|$)|[ ]\n|[ ]$/.test(text) && !unprintable.test(text);
}

const chomp = (text: string): string => (text.endsWith("\n") ? "" : "-");
const indented = (lines: readonly string[], column: number): string[] =>
  lines.map((line) => (line === "" ? "" : pad(column) + line));

/** `|`: line by line. */
export function literal(text: string, column: number): BlockText | undefined {
  if (!holds(text)) return undefined;
  return { head: `|${chomp(text)}`, body: indented(text.replace(/\n$/, "").split("\n"), column) };
}

/** `>`: prose, folded at a width. Between two lines a line end is folded away, so each that is meant needs one more. */
export function folded(text: string, column: number, width: number): BlockText | undefined {
  if (!holds(text) || /\n /.test(text)) return undefined;
  const room = Math.max(40, width - column);
  const pieces = text.replace(/\n$/, "").split(/(\n+)/);
  const body = pieces.flatMap((piece) =>
    piece.startsWith("\n") ? new Array<string>(piece.length).fill("") : foldLine(piece, room),
  );
  return { head: `>${chomp(text)}`, body: indented(body, column) };
}

/** Breaks a line at single blanks between words. */
function foldLine(line: string, room: number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(/(?<=\S) (?=\S)/)) {
    if (current !== "" && current.length + 1 + word.length > room) {
      lines.push(current);
      current = word;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  return [...lines, current];
}
