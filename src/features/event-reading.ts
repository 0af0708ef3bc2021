import type { Event } from "../data/event.ts";
import { passes, predicateColumns } from "../kit/predicate.ts";
import { Problem } from "../kit/problem.ts";
import { aggregates } from "./aggregates/index.ts";
import { aggregateColumn, type FeatureDefinition } from "./definition.ts";
import { checkSummable } from "./fixed-point.ts";

/** What an event says to a feature, NaN where it does not count; the twin of `readingSql` and `whereSql`. */
export type EventReader = (event: Event) => unknown;

/** Whether a reading counts for nothing. */
export const isNothing = (reading: unknown): boolean => Number.isNaN(reading);

/** Definitions with the same text read the same of every event, whatever their windows and keys. */
export function readerSignature({ aggregate, where }: FeatureDefinition): string {
  return JSON.stringify([
    aggregates[aggregate.kind].reads,
    aggregateColumn(aggregate),
    isSummed(aggregate.kind),
    where,
  ]);
}

/** @returns a reader that throws {Problem} `features/not-a-number`, `features/value-out-of-range` */
export function eventReader(definition: FeatureDefinition): EventReader {
  const read = valueReader(definition);
  const { where } = definition;
  if (!where) return read;
  const columns = predicateColumns(where);
  return (event) => {
    const row: Record<string, unknown> = {};
    for (const column of columns) row[column] = columnOf(event, column);
    return passes(where, row) ? read(event) : NaN;
  };
}

function valueReader({ name, aggregate }: FeatureDefinition): EventReader {
  const column = aggregateColumn(aggregate);
  if (column === undefined) return () => 1;
  if (aggregates[aggregate.kind].reads === "value") return (event) => comparable(columnOf(event, column));
  return (event) => {
    const value = finiteNumber(name, column, columnOf(event, column));
    if (isSummed(aggregate.kind)) checkSummable(name, value);
    return value;
  };
}

const isSummed = (kind: FeatureDefinition["aggregate"]["kind"]): boolean => kind === "sum" || kind === "mean";

/** Entities are columns like any other, as they are in the source's table, where NaN is a missing value. */
function columnOf(event: Event, column: string): unknown {
  const value = Object.hasOwn(event.entities, column) ? event.entities[column] : event.values[column];
  return Number.isNaN(value) ? null : value;
}

function finiteNumber(feature: string, column: string, value: unknown): number {
  if (value === null || value === undefined) return NaN;
  if (typeof value !== "number" && typeof value !== "boolean" && typeof value !== "bigint") {
    throw notANumber(feature, column, value);
  }
  const number = Number(value);
  return Number.isFinite(number) ? number : NaN;
}

/** A value under which equal values meet in a Map. */
function comparable(value: unknown): unknown {
  if (value === null || value === undefined) return NaN;
  if (typeof value === "number") return Number.isFinite(value) ? value : NaN;
  return typeof value === "object" ? JSON.stringify(value) : value;
}

function notANumber(feature: string, column: string, value: unknown): Problem {
  return new Problem({
    code: "features/not-a-number",
    found: `Feature \`${feature}\` needs a number in \`${column}\`, but an event says ${JSON.stringify(value)}.`,
    fix: "send a number, or leave the value out when it is missing",
  });
}
