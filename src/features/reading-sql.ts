import { identifier } from "../data/table-store.ts";
import { predicateSql } from "../kit/predicate.ts";
import { aggregates } from "./aggregates/index.ts";
import { aggregateColumn, type FeatureDefinition } from "./definition.ts";
import { isFloating, type Shapes, sourceTable } from "./source-shape.ts";

/** What one event (`e`) says to a feature, filter aside: 1 for an occurrence, a finite number, a value; else NULL. */
export function readingSql({ source, aggregate }: FeatureDefinition, shapes: Shapes): string {
  const column = aggregateColumn(aggregate);
  if (column === undefined) return "1";
  const value = `e.${identifier(column)}`;
  const read = aggregates[aggregate.kind].reads === "number" ? `CAST(${value} AS DOUBLE)` : value;
  if (!isFloating(shapes.get(sourceTable(source))?.get(column))) return read;
  return `CASE WHEN isfinite(${value}) THEN ${read} END`;
}

/** The feature's filter over an event `e`; TRUE without one. */
export function whereSql({ where }: FeatureDefinition): string {
  return where ? predicateSql(where, (column) => `e.${identifier(column)}`) : "TRUE";
}
