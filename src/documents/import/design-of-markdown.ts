import type { DesignDocument } from "../../design/design.ts";
import { pathText, type Path } from "../../design/unsettled.ts";
import type { Span } from "../../design/yaml-source.ts";
import { readMarkdown } from "./import-markdown.ts";
import type { PlacedValue } from "./imported.ts";

type Range = PlacedValue["range"];

/**
 * A document in prose as a design, whose places are those of the sentences that state its values. What no sentence
 * states has a path and no line: it is missing from the document as a whole.
 *
 * @throws {Problem} as `importMarkdown`
 */
export function designOfMarkdown(text: string, file: string): DesignDocument {
  const { imported, document } = readMarkdown(text, file);
  const ranges = firstRanges(imported.placed);
  const spanOf = (path: Path): Span => spanIn(ranges, document.writtenPath(path), file);
  const placeOf = (path: Path) => {
    const { endLine: _, endColumn: __, ...start } = spanOf(path);
    return start;
  };
  return { ...document, file, text, spanOf, placeOf };
}

/** Where a value, or the first one below it, is stated; for a part of a list's item that is missing, the item. */
function spanIn(ranges: ReadonlyMap<string, Range>, path: Path, file: string): Span {
  for (let length = path.length; length > 0; length--) {
    const part = path.slice(0, length);
    if (length < path.length && typeof part.at(-1) !== "number") continue;
    const range = ranges.get(pathText(part));
    if (!range) continue;
    const { line, column, endLine, endColumn } = range;
    return { file, path: pathText(path), line, column, endLine, endColumn };
  }
  return { file, path: pathText(path) };
}

/** Of each path that is stated, and of each path above one, where the first words stand; a path's own words go first. */
function firstRanges(placed: readonly PlacedValue[]): ReadonlyMap<string, Range> {
  const [own, below] = [new Map<string, Range>(), new Map<string, Range>()];
  for (const { path, range } of placed) {
    keepFirst(own, path, range);
    for (const { index } of path.matchAll(/[.[]/g)) keepFirst(below, path.slice(0, index), range);
  }
  return new Map([...below, ...own]);
}

function keepFirst(ranges: Map<string, Range>, path: string, range: Range): void {
  const known = ranges.get(path);
  if (!known || range.start < known.start) ranges.set(path, range);
}
