import { Problem } from "../kit/problem.ts";
import { nearest } from "../kit/suggest.ts";
import type { SourceFile } from "./source-files.ts";
import { EVENT_COLUMNS, knownColumn, neededColumns, type SourceDefinition } from "./source.ts";
import type { Stage } from "./stage.ts";

/** @throws {Problem} `data/missing-column` for the first column that a file should have and has not */
export function mustHaveColumns(source: SourceDefinition, staged: Stage, files: readonly SourceFile[]): void {
  for (const { column, role } of neededColumns(source, staged.columns)) {
    const lackedBy = staged.columns.includes(column)
      ? staged.partly.find((part) => part.column === column)?.lackedBy
      : files[0]!.name;
    if (lackedBy === undefined) continue;
    const meant = nearest(column, staged.columns);
    throw new Problem({
      code: "data/missing-column",
      found: `${lackedBy} has no column ${column}, which the source ${source.name} names as ${role}. Its columns: ${staged.columns.join(", ")}.`,
      fix: meant && meant !== column ? `did you mean ${meant}?` : `add the column, or name another one in the design`,
      at: { file: files.find(({ name }) => name === lackedBy)!.path, line: 1 },
    });
  }
}

/**
 * Columns of the files that are kept under their own names: all but those that become entities and clocks.
 *
 * @throws {Problem} `data/column-name-taken` when one has a name that the table needs
 */
export function payloadColumns(source: SourceDefinition, columns: readonly string[]): string[] {
  const known = knownColumn(source, columns)?.column;
  const consumed = new Set([
    ...Object.values(source.entities),
    ...(source.kind === "events" ? [source.time, known] : []),
  ]);
  const taken = [...(source.kind === "events" ? EVENT_COLUMNS : []), ...Object.keys(source.entities)];
  const payload = columns.filter((column) => !consumed.has(column));
  const clash = payload.find((column) => taken.some((name) => name.toLowerCase() === column.toLowerCase()));
  if (clash === undefined) return payload;
  const isEntity = Object.keys(source.entities).some((entity) => entity.toLowerCase() === clash.toLowerCase());
  throw new Problem({
    code: "data/column-name-taken",
    found: `The column ${clash} of the source ${source.name} has the name of ${isEntity ? "an entity" : "a column that every events table has"}.`,
    fix: isEntity ? `rename the entity ${clash}, or the column in the file` : "rename the column in the file",
  });
}
