import { identifier, literal, type Tables } from "../data/table-store.ts";
import { predicateColumns } from "../kit/predicate.ts";
import { Problem } from "../kit/problem.ts";
import { nearest } from "../kit/suggest.ts";
import { aggregates } from "./aggregates/index.ts";
import { aggregateColumn, type FeatureDefinition } from "./definition.ts";

/** Name of a source's table. */
export const sourceTable = (source: string): string => `source_${source}`;

/** SQL types of a table's columns by name, e.g. `DOUBLE`. */
export type ColumnTypes = ReadonlyMap<string, string>;

/** Column types of every table that features and rows touch, by table name. */
export type Shapes = ReadonlyMap<string, ColumnTypes>;

/**
 * Looks up the tables behind the definitions and checks that everything named exists and can be computed.
 *
 * @throws {Problem} `features/unknown-source`, `features/unknown-column`, `features/not-a-number`
 */
export async function readShapes(
  tables: Tables,
  definitions: readonly FeatureDefinition[],
  rowsTable: string,
): Promise<Shapes> {
  const shapes = await columnTypes(tables, [rowsTable, ...definitions.flatMap(tablesOf)]);
  for (const definition of definitions) checkFeature(definition, shapes, rowsTable);
  return shapes;
}

const tablesOf = ({ source, keys }: FeatureDefinition): string[] => [
  sourceTable(source),
  ...keys.flatMap((key) => ("attribute" in key ? [sourceTable(key.of)] : [])),
];

async function columnTypes(tables: Tables, names: readonly string[]): Promise<Shapes> {
  const columns = await tables.rows<{ table_name: string; column_name: string; data_type: string }>(
    `SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_name IN (${names.map(literal).join(", ")})`,
  );
  const byTable = Map.groupBy(columns, (column) => column.table_name);
  return new Map(
    [...byTable].map(([table, list]) => [table, new Map(list.map((column) => [column.column_name, column.data_type]))]),
  );
}

function checkFeature(definition: FeatureDefinition, shapes: Shapes, rowsTable: string): void {
  const { name, source, keys, aggregate, where } = definition;
  const ask = (table: string, column: string) => requireColumn(name, shapes, table, column);
  for (const key of keys) {
    ask(rowsTable, key.entity);
    ask(sourceTable(source), key.entity);
    if (!("attribute" in key)) continue;
    ask(sourceTable(key.of), key.entity);
    ask(sourceTable(key.of), key.attribute);
  }
  for (const column of where ? predicateColumns(where) : []) ask(sourceTable(source), column);
  const column = aggregateColumn(aggregate);
  if (column === undefined) return;
  const type = ask(sourceTable(source), column);
  if (aggregates[aggregate.kind].reads === "number" && !isNumeric(type)) throw notANumber(name, column, type);
}

function requireColumn(feature: string, shapes: Shapes, table: string, column: string): string {
  const columns = shapes.get(table);
  if (!columns) throw unknownSource(feature, table);
  const type = columns.get(column);
  if (type === undefined) throw unknownColumn(feature, table, column, [...columns.keys()]);
  return type;
}

const isNumeric = (type: string): boolean =>
  /^(BOOLEAN|U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL)/.test(type);

/** Whether a column can hold NaN and infinities, which count as missing. */
export const isFloating = (type: string | undefined): boolean => type === "FLOAT" || type === "DOUBLE";

/** A source's table as SQL reads it. */
export const sourceSql = (source: string): string => identifier(sourceTable(source));

function unknownSource(feature: string, table: string): Problem {
  return new Problem({
    code: "features/unknown-source",
    found: `Feature \`${feature}\` needs the table \`${table}\`, which does not exist.`,
    fix: "name a source of the design, and take its data in before building features",
  });
}

function unknownColumn(feature: string, table: string, column: string, known: string[]): Problem {
  const meant = nearest(column, known);
  return new Problem({
    code: "features/unknown-column",
    found: `Feature \`${feature}\` reads \`${column}\` of \`${table}\`, which has ${known.join(", ")}.`,
    fix: meant === undefined ? "name one of these columns" : `write \`${meant}\``,
  });
}

function notANumber(feature: string, column: string, type: string): Problem {
  return new Problem({
    code: "features/not-a-number",
    found: `Feature \`${feature}\` needs numbers, but \`${column}\` is ${type}.`,
    fix: "use a numeric column, or `count` or `distinct`",
  });
}
