import { CST, Lexer } from "yaml";
import { Problem } from "../kit/problem.ts";

/** Largest document that is read, in characters; a design is a few pages. */
export const maximumDesignCharacters = 100_000;
const maximumDepth = 60;
const maximumIndent = 150;
// Everything below the space except tab and line ends, then DEL and the second block of control characters.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** What keeps a text from being given to the YAML reader: its size, its nesting, characters that nobody sees. */
export function checkLimits(text: string, file: string): Problem | undefined {
  if (text.length > maximumDesignCharacters)
    return new Problem({
      code: "design/too-large",
      found: `The document has ${text.length.toLocaleString("en")} characters; at most ${maximumDesignCharacters.toLocaleString("en")} are read.`,
      fix: "keep data out of the document; a design is a few pages",
      at: { file },
    });
  const hidden = controlCharacter(text) ?? loneReturn(text);
  if (hidden)
    return new Problem({ code: "design/not-yaml", ...hidden, at: { file, ...positionOf(text, hidden.offset) } });
  const deep = tooDeepAt(text);
  if (deep === undefined) return undefined;
  return new Problem({
    code: "design/not-yaml",
    found: `Brackets or indents are nested more than ${maximumDepth} deep.`,
    fix: "flatten the document",
    at: { file, ...positionOf(text, deep) },
  });
}

/** The first control character of a text, in words. */
export function controlCharacter(text: string): { found: string; fix: string; offset: number } | undefined {
  const offset = text.search(CONTROL);
  if (offset < 0) return undefined;
  const code = text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, "0");
  return { found: `There is a control character (U+${code}) in the text.`, fix: "delete it", offset };
}

function loneReturn(text: string): { found: string; fix: string; offset: number } | undefined {
  const offset = text.search(/\r(?!\n)/);
  if (offset < 0) return undefined;
  return { found: "A line ends with a carriage return alone.", fix: "save the file with LF or CRLF line ends", offset };
}

function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** Where nesting passes the limit, so that hostile text never reaches the recursive reader. */
function tooDeepAt(text: string): number | undefined {
  const indented = new RegExp(`^(?: |[-?:] ){${maximumIndent}}`, "m").exec(text);
  if (indented) return indented.index;
  let depth = 0;
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    const kind = CST.tokenType(token);
    if (kind === "flow-seq-start" || kind === "flow-map-start") depth++;
    else if (kind === "flow-seq-end" || kind === "flow-map-end") depth = Math.max(0, depth - 1);
    if (depth > maximumDepth) return offset;
    // These tokens are marks of the reader and not part of the text.
    if (kind !== "doc-mode" && kind !== "flow-error-end" && kind !== "scalar") offset += token.length;
  }
  return undefined;
}
