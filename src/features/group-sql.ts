import type { Tables } from "../data/table-store.ts";
import { aggregates } from "./aggregates/index.ts";
import { checkSummable } from "./fixed-point.ts";
import type { FeatureGroup, PlacedFeature } from "./groups.ts";
import { keyParts } from "./key-sql.ts";
import { readingSql, whereSql } from "./reading-sql.ts";
import { type Shapes, sourceSql } from "./source-shape.ts";
import { type PlacedTrack, placeTracks, readingColumn, timelineSql } from "./timeline-sql.ts";

/** Temporary tables of one build; all but `rows` are made anew for each group. */
export interface ScratchTables {
  /** The decisions, with their `matrix_row`, counted from 0 by `row_id`. */
  readonly rows: string;
  readonly keys: string;
  readonly decisions: string;
  readonly events: string;
  readonly timeline: string;
}

export interface GroupBuild {
  readonly tables: Tables;
  readonly group: FeatureGroup;
  readonly shapes: Shapes;
  readonly scratch: ScratchTables;
}

/** A group's values for the decisions that have its key; for all others every feature is empty. */
export interface GroupValues {
  /** Rows of the matrix. */
  readonly rows: Float64Array;
  /** By feature of the group, one value per row; NaN where missing. */
  readonly values: readonly Float64Array[];
}

/** Computes one group's features. @throws {Problem} `features/value-out-of-range` */
export async function groupValues(build: GroupBuild): Promise<GroupValues> {
  const { tables, group, scratch } = build;
  const tracks = placeTracks(group);
  await keepKeys(build);
  await keepEvents(build);
  await checkRange(build);
  await tables.run(`CREATE OR REPLACE TEMP TABLE ${scratch.timeline} AS ${timelineSql(tracks, scratch.events)}`);
  const columns = (await tables.columns(valuesSql(group, tracks, scratch))) as Record<string, Float64Array>;
  return { rows: columns["matrix_row"]!, values: group.features.map(({ column }) => columns[`f${column}`]!) };
}

/** Numbers the keys that the rows ask for, so that nothing is computed for any other, and keys the rows by them. */
async function keepKeys({ tables, group, scratch }: GroupBuild): Promise<void> {
  const { select, expressions, joins, names } = keyParts(group, "r");
  await tables.run(`CREATE OR REPLACE TEMP TABLE ${scratch.keys} AS SELECT row_number() OVER () AS key, * FROM
    (SELECT DISTINCT ${select} FROM ${scratch.rows} r ${joins})`);
  await tables.run(`CREATE OR REPLACE TEMP TABLE ${scratch.decisions} AS SELECT r.matrix_row, r.time_ms, k.key
    FROM ${scratch.rows} r ${joins} JOIN ${scratch.keys} k ON ${meet(expressions, names)}`);
}

/** Events that a decision may see: whose they are, when each can first be seen, and what it says to each feature. */
async function keepEvents({ tables, group, shapes, scratch }: GroupBuild): Promise<void> {
  const { expressions, joins, names } = keyParts(group, "e");
  const definitions = group.features.map(({ definition }) => definition);
  const widest = Math.max(...definitions.map(({ overMillis }) => overMillis));
  const readings = group.features.map(
    (feature) =>
      `CASE WHEN ${whereSql(feature.definition)} THEN ${readingSql(feature.definition, shapes)} END AS ${readingColumn(feature)}`,
  );
  const isOrdered = definitions.some(({ aggregate }) => aggregate.kind === "last");
  await tables.run(`CREATE OR REPLACE TEMP TABLE ${scratch.events} AS
    SELECT k.key, e.time_ms, greatest(e.known_ms, e.time_ms + 1) AS enter_ms, ${readings.join(", ")},
      ${isOrdered ? "row_number() OVER (ORDER BY e.time_ms, e.event_id)" : "NULL"} AS place
    FROM ${sourceSql(group.source)} e ${joins} JOIN ${scratch.keys} k ON ${meet(expressions, names)}
    WHERE e.time_ms < (SELECT max(time_ms) FROM ${scratch.decisions})
      AND e.time_ms >= (SELECT min(time_ms) FROM ${scratch.decisions}) - ${widest}`);
}

const meet = (expressions: readonly string[], names: readonly string[]): string =>
  names.map((name, index) => `k.${name} = ${expressions[index]}`).join(" AND ");

async function checkRange({ tables, group, scratch }: GroupBuild): Promise<void> {
  const summed = group.features.filter(({ definition }) => ["sum", "mean"].includes(definition.aggregate.kind));
  if (summed.length === 0) return;
  const columns = summed.map((feature) => `max(abs(${readingColumn(feature)})) AS ${readingColumn(feature)}`);
  const [largest] = await tables.rows<Record<string, number | null>>(
    `SELECT ${columns.join(", ")} FROM ${scratch.events}`,
  );
  for (const feature of summed) checkSummable(feature.definition.name, largest![readingColumn(feature)] ?? 0);
}

/** The timeline's state at each different (key, time), then spread over the rows that share it. */
function valuesSql(group: FeatureGroup, tracks: readonly PlacedTrack[], scratch: ScratchTables): string {
  const values = group.features.map((feature) => `${valueSql(feature, tracks)} AS f${feature.column}`);
  const columns = group.features.map(({ definition, column }) =>
    aggregates[definition.aggregate.kind].empty === 0 ? `coalesce(v.f${column}, 0) AS f${column}` : `v.f${column}`,
  );
  return `SELECT d.matrix_row, ${columns.join(", ")} FROM ${scratch.decisions} d JOIN (
      SELECT m.key, m.time_ms, ${values.join(", ")}
      FROM (SELECT DISTINCT key, time_ms FROM ${scratch.decisions}) m
      ASOF JOIN ${scratch.timeline} s ON m.key = s.key AND m.time_ms >= s.from_ms
    ) v ON v.key = d.key AND v.time_ms = d.time_ms`;
}

function valueSql(feature: PlacedFeature, tracks: readonly PlacedTrack[]): string {
  const own = tracks.filter((track) => track.feature === feature).map(({ name }) => `s.${name}`);
  const { aggregate, overMillis } = feature.definition;
  return aggregates[aggregate.kind].valueSql(own, { timeMillis: "m.time_ms", overMillis });
}
