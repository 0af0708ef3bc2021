import type { Check } from "../../data/checks/check.ts";
import type { SourceDefinition } from "../../data/source.ts";
import type { Design, DesignDocument } from "../../design/design.ts";
import { Problem } from "../../kit/problem.ts";

export type DesignSource = NonNullable<NonNullable<Design["data"]>["sources"]>[number];

/** The source that the outcome is read from; it must be events with a time. */
export function requireEvents(document: DesignDocument, sources: readonly DesignSource[], name: string): DesignSource {
  const at = sources.findIndex((source) => source.name === name);
  const source = sources[at]!;
  if ((source.kind ?? "events") === "events" && source.time) return source;
  throw new Problem({
    code: "run/design-incomplete",
    found: `The outcome is read from \`${name}\`, which ${source.time ? "is a table" : "does not say when its rows happened"}.`,
    fix: "take a source with `kind: events` and `time:`",
    at: document.placeOf(["data", "sources", at]),
  });
}

export function compileSource(
  document: DesignDocument,
  source: DesignSource,
  i: number,
  columns: readonly string[],
  checks: readonly Check[],
): SourceDefinition {
  const path = ["data", "sources", i];
  if (!source.from)
    throw new Problem({
      code: "run/design-incomplete",
      found: `The source \`${source.name}\` does not say where its rows are.`,
      fix: "add `from:` with a file or a pattern such as `transactions*.csv`",
      at: document.placeOf(path),
    });
  const { known } = source;
  return {
    name: source.name,
    kind: source.kind === "table" ? "table" : "events",
    files: source.from,
    entities: source.entities ?? {},
    ...(source.time && { time: source.time }),
    ...(known && {
      known: { column: known.column, orElse: known.orElse, plusMillis: known.plusSeconds && known.plusSeconds * 1000 },
    }),
    ...(source.id && { id: source.id }),
    optional: source.optional ?? false,
    columns,
    checks,
  };
}

/** The name under which a file's column can be read after ingest: an entity's column carries the entity's name. */
export function columnAfterIngest(source: DesignSource, column: string): string {
  return Object.entries(source.entities ?? {}).find(([, name]) => name === column)?.[0] ?? column;
}
