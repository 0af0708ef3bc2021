import { identifier, type Tables } from "../data/table-store.ts";
import { aggregates } from "./aggregates/index.ts";
import { checkDefinitions, type FeatureDefinition, type FeatureKey } from "./definition.ts";
import { type FeatureGroup, groupFeatures } from "./groups.ts";
import { readingSql, whereSql } from "./reading-sql.ts";
import { readShapes, type Shapes, sourceSql } from "./source-shape.ts";

/**
 * The same values as `pointInTimeValues` by the most obvious SQL: every decision joined with every event it may see,
 * then aggregated. Time and memory grow with decisions × events per key: for tests and small sets.
 *
 * @returns row-major values in the order of `row_id`, NaN where missing
 */
export async function oracleValues(
  tables: Tables,
  definitions: readonly FeatureDefinition[],
  rowsTable: string,
): Promise<Float64Array> {
  checkDefinitions(definitions);
  const shapes = await readShapes(tables, definitions, rowsTable);
  const [{ n }] = (await tables.rows(`SELECT count(*) AS n FROM ${identifier(rowsTable)}`)) as [{ n: number }];
  const matrix = new Float64Array(n * definitions.length);
  for (const group of groupFeatures(definitions)) {
    const columns = await tables.columns(oracleSql(group, shapes, rowsTable));
    for (const { column } of group.features) {
      const values = columns[`f${column}`] as Float64Array;
      values.forEach((value, row) => (matrix[row * definitions.length + column] = value));
    }
  }
  return matrix;
}

/** Selects the group's features as columns `f<place>`, one row per decision in the order of `row_id`. */
export function oracleSql(group: FeatureGroup, shapes: Shapes, rowsTable: string): string {
  const widest = Math.max(...group.features.map(({ definition }) => definition.overMillis));
  const attributes = group.keys.flatMap((key, index) => attributeJoins(key, index));
  return `SELECT ${group.features.map(({ definition, column }) => `${valueSql(definition, shapes)} AS f${column}`).join(", ")}
    FROM ${identifier(rowsTable)} d ${attributes.map((join) => join.decision).join(" ")}
    LEFT JOIN (SELECT e.*${attributes.map((join) => `, ${join.column}`).join("")} FROM ${sourceSql(group.source)} e ${attributes.map((join) => join.event).join(" ")}) e
      ON ${[...group.keys.map(keysMeet), `e.time_ms < d.time_ms`, `e.known_ms <= d.time_ms`, `e.time_ms >= d.time_ms - ${widest}`].join(" AND ")}
    GROUP BY d.row_id ORDER BY d.row_id`;
}

function valueSql(definition: FeatureDefinition, shapes: Shapes): string {
  const { oracleSql, empty } = aggregates[definition.aggregate.kind];
  const filter = `FILTER (WHERE e.time_ms >= d.time_ms - ${definition.overMillis} AND ${whereSql(definition)})`;
  const value = `CAST(${oracleSql({ reading: readingSql(definition, shapes), filter })} AS DOUBLE)`;
  return empty === 0 ? `coalesce(${value}, 0)` : value;
}

function keysMeet(key: FeatureKey, index: number): string {
  if ("attribute" in key) return `e._attribute${index} = a${index}.${identifier(key.attribute)}`;
  return `e.${identifier(key.entity)} = d.${identifier(key.entity)}`;
}

/** A key by attribute looks the attribute up twice: for the decision's entity and for the event's. */
function attributeJoins(key: FeatureKey, index: number): { decision: string; event: string; column: string }[] {
  if (!("attribute" in key)) return [];
  const lookUp = (alias: string, side: string) =>
    `LEFT JOIN ${sourceSql(key.of)} ${alias} ON ${alias}.${identifier(key.entity)} = ${side}.${identifier(key.entity)}`;
  return [
    {
      decision: lookUp(`a${index}`, "d"),
      event: lookUp(`b${index}`, "e"),
      column: `b${index}.${identifier(key.attribute)} AS _attribute${index}`,
    },
  ];
}
