import { stripVTControlCharacters } from "node:util";

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const WIDE =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** Columns that a text takes up in a terminal. */
export function textWidth(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;

/** Takes out what would move the cursor, change colours, or fake a line: a design may come from anywhere. */
export const plainText = (text: string): string => stripVTControlCharacters(text).replace(UNPRINTABLE, " ");

/** Breaks a text between words into lines of at most `width` columns; only a word wider than a line is cut. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/ +/).flatMap((word) => cutWord(word, width))) {
    const joined = line === "" ? word : `${line} ${word}`;
    if (textWidth(joined) <= width) line = joined;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** The text with spaces up to a width, before it when `right`. */
export function padText(text: string, width: number, right = false): string {
  const space = " ".repeat(Math.max(0, width - textWidth(text)));
  return right ? space + text : text + space;
}

/** Cuts a word that is wider than a line, behind a joint such as `_` or `/` where there is one. */
function cutWord(word: string, width: number): string[] {
  const pieces = [""];
  for (const part of word.split(/(?<=[_./,:=-])/)) {
    const letters = textWidth(part) <= width ? [part] : Array.from(graphemes.segment(part), ({ segment }) => segment);
    for (const letter of letters) {
      if (textWidth(pieces.at(-1)! + letter) > width && pieces.at(-1) !== "") pieces.push("");
      pieces[pieces.length - 1] += letter;
    }
  }
  return pieces;
}
