import type { ElkExtendedEdge, ElkNode } from "elkjs/lib/elk.bundled.js";
import type { GraphEdge } from "../graph.ts";
import { labelSize } from "./label-size.ts";
import type { Point, Size } from "./geometry.ts";

/** Cards of one zone, and where their top left corners lie from the zone's first card. */
export interface ZoneInside extends Size {
  readonly places: ReadonlyMap<string, Point>;
}

/** A card that has no place yet. */
export interface Unplaced extends Size {
  readonly id: string;
}

const gap = { down: 34, across: 32 };

const options = (slack: number) => ({
  "elk.algorithm": "layered",
  "elk.direction": "DOWN",
  "elk.padding": "[top=0,left=0,bottom=0,right=0]",
  "elk.spacing.nodeNode": String(gap.across * slack),
  "elk.spacing.edgeNode": "20",
  "elk.spacing.edgeLabel": "4",
  "elk.layered.spacing.nodeNodeBetweenLayers": String(gap.down * slack),
  "elk.layered.spacing.edgeNodeBetweenLayers": "12",
  "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF",
  "elk.layered.nodePlacement.bk.fixedAlignment": "BALANCED",
  "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
});

/**
 * Lays out the groups of connected cards of one zone, each in layers from top to bottom.
 *
 * @param edges  of the whole graph; those that leave the zone are passed over
 * @param slack  how much wider than usual the gaps between cards are, 1 = as usual
 */
export async function layOutGroups(
  cards: readonly Unplaced[],
  edges: readonly GraphEdge[],
  slack: number,
): Promise<ZoneInside[]> {
  const parts: ZoneInside[] = [];
  for (const group of connectedGroups(cards, edges)) parts.push(await layOutGroup(group, edges, slack));
  return parts;
}

export const highest = (parts: readonly ZoneInside[]): number => Math.max(0, ...parts.map(({ height }) => height));

/** Cards that hang together by edges, in the order of their first card. */
function connectedGroups(cards: readonly Unplaced[], edges: readonly GraphEdge[]): Unplaced[][] {
  const groupOf = new Map(cards.map(({ id }) => [id, id]));
  const root = (id: string): string => (groupOf.get(id) === id ? id : root(groupOf.get(id)!));
  for (const { from, to } of edges) {
    if (groupOf.has(from) && groupOf.has(to)) groupOf.set(root(to), root(from));
  }
  return [...Map.groupBy(cards, ({ id }) => root(id)).values()];
}

async function layOutGroup(
  cards: readonly Unplaced[],
  edges: readonly GraphEdge[],
  slack: number,
): Promise<ZoneInside> {
  if (cards.length === 1) {
    const [{ id, width, height }] = cards as [Unplaced];
    return { width, height, places: new Map([[id, { x: 0, y: 0 }]]) };
  }
  // Loaded when something is drawn: it is a third of all code.
  const { default: elk } = await import("elkjs/lib/elk.bundled.js");
  const laidOut = await new elk.default().layout(elkGraph(cards, edges, slack));
  const nodes = laidOut.children!;
  const left = Math.min(...nodes.map(({ x }) => x!));
  const places = new Map(nodes.map(({ id, x, y }) => [cards[Number(id)]!.id, { x: x! - left, y: y! }]));
  return {
    places,
    width: Math.max(...nodes.map(({ x, width }) => x! + width!)) - left,
    height: Math.max(...nodes.map(({ y, height }) => y! + height!)),
  };
}

/** Ids become numbers, so that no id can mean anything to the layout. */
function elkGraph(cards: readonly Unplaced[], edges: readonly GraphEdge[], slack: number): ElkNode {
  const numberOf = new Map(cards.map(({ id }, at) => [id, String(at)]));
  const inside = edges.filter(({ from, to }) => numberOf.has(from) && numberOf.has(to));
  return {
    id: "zone",
    layoutOptions: options(slack),
    children: cards.map(({ width, height }, at) => ({ id: String(at), width, height })),
    edges: inside.map((edge, at) => elkEdge(edge, at, numberOf)),
  };
}

/** What runs backwards, a response or feedback, counts the other way round for the order of layers. */
function elkEdge(
  { from, to, kind, label }: GraphEdge,
  at: number,
  numberOf: ReadonlyMap<string, string>,
): ElkExtendedEdge {
  const [source, target] = kind === "response" || kind === "feedback" ? [to, from] : [from, to];
  const text = label === undefined ? [] : [{ text: label, ...labelSize(label) }];
  return {
    id: `edge ${at}`,
    sources: [numberOf.get(source)!],
    targets: [numberOf.get(target)!],
    labels: text.map((one) => ({ ...one, layoutOptions: { "elk.edgeLabels.inline": "true" } })),
  };
}

/** Groups below each other, centred; a further column begins where one would become higher than `height`. */
export function stacked(parts: readonly ZoneInside[], height: number): ZoneInside {
  const columns: ZoneInside[][] = [[]];
  for (const part of parts) {
    const column = columns.at(-1)!;
    if (column.length > 0 && stackHeight(column) + gap.down + part.height > height) columns.push([part]);
    else column.push(part);
  }
  const places = new Map<string, Point>();
  const tallest = Math.max(0, ...columns.map(stackHeight));
  let x = 0;
  for (const column of columns) {
    const width = Math.max(0, ...column.map((part) => part.width));
    let y = (tallest - stackHeight(column)) / 2;
    for (const part of column) {
      const left = x + (width - part.width) / 2;
      for (const [id, place] of part.places) places.set(id, { x: left + place.x, y: y + place.y });
      y += part.height + gap.down;
    }
    x += width + gap.across;
  }
  return { places, width: Math.max(0, x - gap.across), height: tallest };
}

function stackHeight(parts: readonly ZoneInside[]): number {
  return parts.reduce((sum, { height }) => sum + height, 0) + gap.down * Math.max(0, parts.length - 1);
}
