import { canonicalText } from "../graph-hash.ts";
import type { Graph, GraphNode } from "../graph.ts";
import { cardSize, cardText } from "./card-text.ts";
import type { Places } from "./columns.ts";
import { bottom, centre, grown, overlap, right, type Box, type Point, type Size } from "./geometry.ts";
import { measure, type CardText, type Layout } from "./layout.ts";
import { highest, layOutGroups, stacked } from "./zone-inside.ts";

const { zonePadding, zoneTitleHeight } = measure;
/** Least distance between a card that is added and those that are there. */
const clearance = 34;
const newZoneGap = 90;

interface Pinned {
  readonly texts: Map<string, CardText>;
  readonly places: Places;
}

interface Room {
  readonly zones: Map<string, Box>;
  readonly cards: Map<string, Box>;
  readonly texts: Map<string, CardText>;
}

/**
 * Places as they were, for everything that an earlier layout already holds; what is new goes to the nearest free spot
 * of its zone, and a zone grows downwards when it has none. Zones of the graph that have lost their last card stay.
 */
export async function placePinned(graph: Graph, previous: Layout): Promise<Pinned> {
  const room: Room = { zones: keptZones(graph, previous), cards: new Map(), texts: new Map() };
  const added = graph.nodes.filter((node) => !keep(node, previous, room));
  const inNewZones = Map.groupBy(
    added.filter(({ zone }) => !room.zones.has(zone)),
    ({ zone }) => zone,
  );
  for (const node of added) if (room.zones.has(node.zone)) add(node, graph, room);
  for (const { id } of graph.zones) {
    const nodes = inNewZones.get(id);
    if (nodes) await addZone(id, nodes, graph, room);
  }
  return { texts: room.texts, places: { cards: room.cards, zones: levelled(room.zones) } };
}

function keptZones({ zones }: Graph, previous: Layout): Map<string, Box> {
  const before = new Map(previous.zones.map(({ zone, box }) => [zone.id, box]));
  return new Map(zones.flatMap(({ id }) => (before.has(id) ? [[id, before.get(id)!] as const] : [])));
}

/** @returns whether the card could stay: same zone, and still free of the others when its texts have grown */
function keep(node: GraphNode, previous: Layout, room: Room): boolean {
  const before = previous.cards.find((card) => card.node.id === node.id);
  const zone = room.zones.get(node.zone);
  if (!before || !zone || before.node.zone !== node.zone) return false;
  if (sameWords(node, before.node)) return settle(node, room, before.text, before.box, 8);
  const text = textIn(zone, node);
  const size = cardSize(text);
  const middle = centre(before.box).x - size.width / 2;
  const x = Math.min(right(zone) - zonePadding - size.width, Math.max(zone.x + zonePadding, middle));
  return settle(node, room, text, { ...size, x: Math.round(x), y: before.box.y }, 8);
}

function sameWords(a: GraphNode, b: GraphNode): boolean {
  const words = ({ name, detail, badge, plane, layer }: GraphNode) =>
    canonicalText([name, detail, badge, plane, layer]);
  return words(a) === words(b);
}

/** Puts a card where it covers nothing, and lets its zone grow around it. */
function settle(node: GraphNode, room: Room, text: CardText, box: Box, distance: number): boolean {
  const near = grown(box, distance);
  if ([...room.cards.values()].some((other) => overlap(near, other))) return false;
  room.cards.set(node.id, box);
  room.texts.set(node.id, text);
  const zone = room.zones.get(node.zone)!;
  const height = Math.max(zone.height, bottom(box) + zonePadding - zone.y);
  room.zones.set(node.zone, { ...zone, height });
  return true;
}

function textIn(zone: Box, node: GraphNode): CardText {
  return cardText(node, zone.width - 2 * zonePadding);
}

function add(node: GraphNode, graph: Graph, room: Room): void {
  const zone = room.zones.get(node.zone)!;
  const text = textIn(zone, node);
  const size = cardSize(text);
  const wanted = wantedPlace(node, graph, room, zone);
  const spots = spotsIn(zone, size, room).toSorted((a, b) => far(a, size, wanted) - far(b, size, wanted));
  spots.some((spot) => settle(node, room, text, { ...spot, ...size }, clearance - 1));
}

/** The middle of the cards that the new one is connected with, or of its zone. */
function wantedPlace({ id }: GraphNode, { edges }: Graph, room: Room, zone: Box): Point {
  const neighbours = edges.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []));
  const boxes = neighbours.flatMap((one) => room.cards.get(one) ?? []);
  const points = boxes.length > 0 ? boxes.map(centre) : [centre(zone)];
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { x: mean(points.map(({ x }) => x)), y: mean(points.map(({ y }) => y)) };
}

/** Places to try: along the zone and level with its cards; the last one, below everything, is always free. */
function spotsIn(zone: Box, { width }: Size, room: Room): Point[] {
  const inside = [...room.cards.values()].filter((box) => overlap(box, zone));
  const left = zone.x + zonePadding;
  const last = Math.max(left, right(zone) - zonePadding - width);
  const columns = [left, (left + last) / 2, last, ...inside.map((box) => centre(box).x - width / 2)];
  const below = Math.max(zone.y + zoneTitleHeight, ...inside.map((box) => bottom(box) + clearance));
  const rows = [below, ...inside.flatMap((box) => [box.y, bottom(box) + clearance])];
  for (let y = zone.y + zoneTitleHeight; y < below; y += 16) rows.push(y);
  const inZone = columns.filter((x) => x >= left - 0.5 && x <= last + 0.5).map(Math.round);
  return [...new Set(rows)].flatMap((y) => [...new Set(inZone)].map((x) => ({ x, y })));
}

function far({ x, y }: Point, { width, height }: Size, wanted: Point): number {
  return Math.abs(x + width / 2 - wanted.x) + Math.abs(y + height / 2 - wanted.y);
}

/** A zone that is new goes to the right of all others, so that none of them moves. */
async function addZone(id: string, nodes: readonly GraphNode[], graph: Graph, room: Room): Promise<void> {
  const texts = new Map(nodes.map((node) => [node.id, cardText(node)]));
  const sizes = new Map([...texts].map(([node, text]) => [node, cardSize(text)]));
  const unplaced = [...sizes].map(([node, size]) => ({ id: node, ...size }));
  const parts = await layOutGroups(unplaced, graph.edges, 1);
  const inside = stacked(parts, Math.max(480, highest(parts)));
  const x = Math.max(0, ...[...room.zones.values()].map((zone) => right(zone) + newZoneGap));
  const width = Math.max(inside.width, 120) + 2 * zonePadding;
  room.zones.set(id, { x, y: 0, width, height: inside.height + zoneTitleHeight + zonePadding });
  for (const [node, place] of inside.places) {
    const corner = { x: Math.round(x + zonePadding + place.x), y: Math.round(zoneTitleHeight + place.y) };
    room.cards.set(node, { ...corner, ...sizes.get(node)! });
    room.texts.set(node, texts.get(node)!);
  }
}

/** All zones end at the same height. */
function levelled(zones: ReadonlyMap<string, Box>): Map<string, Box> {
  const end = Math.max(0, ...[...zones.values()].map(bottom));
  return new Map([...zones].map(([id, box]) => [id, { ...box, height: end - box.y }]));
}
