import type { DesignDocument } from "../../design/design.ts";
import { pathText, type Path } from "../../design/unsettled.ts";
import type { Span } from "../../design/yaml-source.ts";
import { readMarkdown } from "./import-markdown.ts";
import type { PlacedValue } from "./imported.ts";

/**
 * A document in prose as a design, whose places are those of the sentences that state its values. What no sentence
 * states has a path and no line: it is missing from the document as a whole.
 *
 * @throws {Problem} as `importMarkdown`
 */
export function designOfMarkdown(text: string, file: string): DesignDocument {
  const { imported, document } = readMarkdown(text, file);
  const spanOf = (path: Path): Span => spanIn(imported.placed, document.writtenPath(path), file);
  const placeOf = (path: Path) => {
    const { endLine: _, endColumn: __, ...start } = spanOf(path);
    return start;
  };
  return { ...document, file, text, spanOf, placeOf };
}

/** Where a value, or the first one below it, is stated; for a part of a list's item that is missing, the item. */
function spanIn(placed: readonly PlacedValue[], path: Path, file: string): Span {
  for (let length = path.length; length > 0; length--) {
    const part = path.slice(0, length);
    if (length < path.length && typeof part.at(-1) !== "number") continue;
    const range = firstRange(placed, pathText(part));
    if (!range) continue;
    const { line, column, endLine, endColumn } = range;
    return { file, path: pathText(path), line, column, endLine, endColumn };
  }
  return { file, path: pathText(path) };
}

function firstRange(placed: readonly PlacedValue[], path: string): PlacedValue["range"] | undefined {
  const own = placed.filter((one) => one.path === path);
  const found =
    own.length > 0 ? own : placed.filter((one) => [".", "["].some((mark) => one.path.startsWith(path + mark)));
  return found.map(({ range }) => range).sort((a, b) => a.start - b.start)[0];
}
