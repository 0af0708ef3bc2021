import { aggregates } from "./aggregates/index.ts";
import type { Track } from "./aggregates/aggregate.ts";
import type { FeatureGroup, PlacedFeature } from "./groups.ts";

/** A running quantity of one feature, as a column of the time line. */
export interface PlacedTrack {
  readonly feature: PlacedFeature;
  readonly track: Track;
  /** Column of the time line, such as `t3`. */
  readonly name: string;
}

/** Numbers the running quantities of a group. */
export function placeTracks(group: FeatureGroup): PlacedTrack[] {
  return group.features
    .flatMap((feature) => aggregates[feature.definition.aggregate.kind].tracks.map((track) => ({ feature, track })))
    .map((placed, index) => ({ ...placed, name: `t${index}` }));
}

/** Column of the events table with what an event says to a feature; NULL where it does not count. */
export const readingColumn = (feature: PlacedFeature): string => `v${feature.column}`;

/**
 * The state of every key after each moment at which it changes: columns `key`, `from_ms` and one per track.
 *
 * An event is in a window from `enter_ms` (it has happened and is known) until `time_ms + W` inclusive, so a running sum
 * gains it at the one moment and loses it a millisecond after the other. Sums are over whole numbers: what was gained is
 * lost exactly.
 *
 * @param events  table with `key`, `time_ms`, `enter_ms`, `place` (rank by time and id) and the reading columns
 */
export function timelineSql(tracks: readonly PlacedTrack[], events: string): string {
  const windows = new Set(tracks.filter(({ track }) => track.running === "sum").map(overMillis));
  const changes = [
    enteringSql(tracks, events),
    ...[...windows].map((window) => leavingSql(tracks, window, events)),
    ...tracks.filter(({ track }) => track.running === "distinct").map((track) => distinctSql(tracks, track, events)),
  ];
  return `SELECT key, from_ms, ${tracks.map((track) => `${runningSql(track)} OVER w AS ${track.name}`).join(", ")}
    FROM (${changes.join("\n UNION ALL ")}) WINDOW w AS (PARTITION BY key ORDER BY from_ms)`;
}

const overMillis = ({ feature }: PlacedTrack): number => feature.definition.overMillis;

/** Ordered by `from_ms` with ties as peers, so that all changes of one moment count together. */
function runningSql({ track, name }: PlacedTrack): string {
  if (track.running === "max") return `max(${name})`;
  return track.running === "latest" ? `arg_max(${name}, place)` : `sum(${name})`;
}

function enteringSql(tracks: readonly PlacedTrack[], events: string): string {
  const gains = tracks.map((placed) => {
    const { track, feature, name } = placed;
    if (track.running === "distinct") return `0 AS ${name}`;
    const reading = readingColumn(feature);
    const gain = track.of(reading);
    if (track.running !== "sum") return `CASE WHEN ${reading} IS NOT NULL THEN ${gain} END AS ${name}`;
    return `CASE WHEN ${reading} IS NOT NULL AND enter_ms <= time_ms + ${overMillis(placed)} THEN ${gain} ELSE 0 END AS ${name}`;
  });
  return `SELECT key, enter_ms AS from_ms, place, ${gains.join(", ")} FROM ${events}`;
}

function leavingSql(tracks: readonly PlacedTrack[], window: number, events: string): string {
  const losses = tracks.map((placed) => {
    const { track, feature, name } = placed;
    if (track.running !== "sum" || overMillis(placed) !== window) return `${unchanged(track)} AS ${name}`;
    const reading = readingColumn(feature);
    return `CASE WHEN ${reading} IS NOT NULL THEN -${track.of(reading)} ELSE 0 END AS ${name}`;
  });
  return `SELECT key, time_ms + ${window} + 1, NULL, ${losses.join(", ")} FROM ${events} WHERE enter_ms <= time_ms + ${window}`;
}

/**
 * Steps of the number of different readings: events with the same reading overlap, so each adds only the part of its
 * stay that begins where the stays before it have ended.
 */
function distinctSql(tracks: readonly PlacedTrack[], placed: PlacedTrack, events: string): string {
  const reading = readingColumn(placed.feature);
  const steps = tracks.map(
    ({ track, name }) => `${name === placed.name ? "unnest([1, -1])" : unchanged(track)} AS ${name}`,
  );
  return `SELECT key, unnest([greatest(enter_ms, covered_ms), leave_ms]), NULL, ${steps.join(", ")} FROM (
      SELECT key, enter_ms, leave_ms, coalesce(max(leave_ms) OVER (PARTITION BY key, ${reading} ORDER BY enter_ms, leave_ms
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), enter_ms) AS covered_ms
      FROM (SELECT *, time_ms + ${overMillis(placed)} + 1 AS leave_ms FROM ${events} WHERE ${reading} IS NOT NULL)
      WHERE enter_ms < leave_ms) WHERE leave_ms > covered_ms`;
}

const unchanged = (track: Track): string => (track.running === "sum" || track.running === "distinct" ? "0" : "NULL");
