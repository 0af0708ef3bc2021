import type { Graph } from "../graph.ts";
import { labelSize } from "./label-size.ts";
import type { Box, Point } from "./geometry.ts";
import { measure } from "./layout.ts";
import { highest, layOutGroups, stacked, type Unplaced, type ZoneInside } from "./zone-inside.ts";
import { zoneTitleWidth } from "./zone-title.ts";

const { zonePadding, zoneTitleHeight } = measure;

/** Where cards and zones lie, before any line is drawn. Keyed by id. */
export interface Places {
  readonly cards: ReadonlyMap<string, Box>;
  readonly zones: ReadonlyMap<string, Box>;
}

/**
 * Zones as columns of one height, each laid out for itself and shifted up or down so that lines to other zones run
 * as level as they can.
 *
 * @param slack  how much wider than usual the gaps between zones and cards are, 1 = as usual
 */
export async function placeInColumns(graph: Graph, cards: readonly Unplaced[], slack = 1): Promise<Places> {
  const insides = await layOutZones(graph, cards, slack);
  const height = Math.max(0, ...[...insides.values()].map((inside) => inside.height));
  const shifts = levelShifts(graph, insides, height);
  const places = { cards: new Map<string, Box>(), zones: new Map<string, Box>() };
  const names = new Map(graph.zones.map(({ id, name }) => [id, name]));
  const sizes = new Map(cards.map((card) => [card.id, card]));
  let x = 0;
  for (const [zone, inside] of insides) {
    const width = Math.max(inside.width, zoneTitleWidth(names.get(zone)!) - 2 * zonePadding);
    const corner = { x: x + zonePadding + (width - inside.width) / 2, y: zoneTitleHeight + shifts.get(zone)! };
    places.zones.set(zone, {
      x,
      y: 0,
      width: width + 2 * zonePadding,
      height: height + zoneTitleHeight + zonePadding,
    });
    for (const [id, place] of inside.places) places.cards.set(id, boxAt(corner, place, sizes.get(id)!));
    x += width + 2 * zonePadding + slack * gapAfter(graph, [...insides.keys()], zone);
  }
  return places;
}

/** Zones that hold cards, each with its inside. No zone grows much higher than the highest group of connected cards. */
async function layOutZones(graph: Graph, cards: readonly Unplaced[], slack: number): Promise<Map<string, ZoneInside>> {
  const zoneOf = new Map(graph.nodes.map(({ id, zone }) => [id, zone]));
  const byZone = Map.groupBy(cards, ({ id }) => zoneOf.get(id)!);
  const used = graph.zones.filter(({ id }) => byZone.has(id));
  const groups = new Map<string, ZoneInside[]>();
  for (const { id } of used) groups.set(id, await layOutGroups(byZone.get(id)!, graph.edges, slack));
  const lowest = [...groups.values()].map((parts) => stacked(parts, highest(parts)).height);
  const height = Math.max(480, ...lowest);
  return new Map([...groups].map(([id, parts]) => [id, stacked(parts, height)]));
}

function boxAt(corner: Point, place: Point, { width, height }: Unplaced): Box {
  return { x: Math.round(corner.x + place.x), y: Math.round(corner.y + place.y), width, height };
}

/** Room for the lines and labels between a zone and the next. */
function gapAfter(graph: Graph, order: readonly string[], zone: string): number {
  const after = order.indexOf(zone);
  const position = new Map(graph.nodes.map((node) => [node.id, order.indexOf(node.zone)]));
  const passing = graph.edges.filter(({ from, to }) => {
    const [a, b] = [position.get(from)!, position.get(to)!];
    return Math.min(a, b) <= after && Math.max(a, b) > after;
  });
  const near = passing.filter(({ from, to }) => Math.abs(position.get(from)! - position.get(to)!) === 1);
  const label = Math.max(0, ...near.map((edge) => (edge.label ? labelSize(edge.label).width : 0)));
  return Math.min(140, Math.max(52, 30 + 7 * passing.length, label + 28));
}

/** How far each zone's cards are moved down within the height of all. */
function levelShifts(graph: Graph, insides: ReadonlyMap<string, ZoneInside>, height: number): Map<string, number> {
  const shifts = new Map([...insides].map(([zone, inside]) => [zone, (height - inside.height) / 2]));
  for (let sweep = 0; sweep < 4; sweep++) {
    for (const [zone, inside] of insides) {
      const wanted = wantedShifts(graph, insides, shifts, zone);
      const room = height - inside.height;
      if (wanted.length > 0) shifts.set(zone, Math.min(room, Math.max(0, median(wanted))));
    }
  }
  return shifts;
}

/** For each line to another zone: the shift that would make it level. */
function wantedShifts(
  { nodes, edges }: Graph,
  insides: ReadonlyMap<string, ZoneInside>,
  shifts: ReadonlyMap<string, number>,
  zone: string,
): number[] {
  const zoneOf = new Map(nodes.map((node) => [node.id, node.zone]));
  const heightIn = (id: string): number => insides.get(zoneOf.get(id)!)!.places.get(id)!.y;
  return edges.flatMap(({ from, to }) => {
    const [mine, other] = zoneOf.get(from) === zone ? [from, to] : [to, from];
    const otherZone = zoneOf.get(other)!;
    if (zoneOf.get(mine) !== zone || otherZone === zone) return [];
    return [heightIn(other) + shifts.get(otherZone)! - heightIn(mine)];
  });
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}
