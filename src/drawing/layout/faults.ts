import { contains, grown, overlap, segments, type Box } from "./geometry.ts";
import type { Card, Layout, Route } from "./layout.ts";
import { titleBox } from "./zone-title.ts";

export type FaultKind =
  | "cards-overlap"
  | "card-outside-zone"
  | "label-on-card"
  | "label-on-title"
  | "label-on-label"
  | "label-off-line"
  | "line-through-card"
  | "line-slanted"
  | "line-off-card"
  | "lines-on-each-other"
  | "outside-canvas";

export interface LayoutFault {
  readonly kind: FaultKind;
  /** The ids of what is involved. */
  readonly what: string;
}

/** Everything in a layout that a reader would stumble over. Nothing, for every layout that `layOut` gives. */
export function layoutFaults(layout: Layout): readonly LayoutFault[] {
  return [...cardFaults(layout), ...labelFaults(layout), ...lineFaults(layout), ...canvasFaults(layout)];
}

function cardFaults({ cards, zones }: Layout): LayoutFault[] {
  const clashes = pairs(cards)
    .filter(([a, b]) => overlap(a.box, b.box))
    .map(([a, b]) => fault("cards-overlap", a.node.id, b.node.id));
  const strays = cards
    .filter(({ node, box }) => !zones.some(({ zone, box: outer }) => zone.id === node.zone && contains(outer, box)))
    .map(({ node }) => fault("card-outside-zone", node.id));
  return [...clashes, ...strays];
}

function labelFaults({ cards, zones, routes }: Layout): LayoutFault[] {
  const labelled = routes.filter(({ label }) => label);
  return [
    ...labelled.flatMap((route) => [
      ...cards
        .filter(({ box }) => overlap(box, route.label!.box))
        .map(({ node }) => fault("label-on-card", named(route), node.id)),
      ...zones
        .filter((zone) => overlap(titleBox(zone), route.label!.box))
        .map(({ zone }) => fault("label-on-title", named(route), zone.id)),
      ...(onOwnLine(route) ? [] : [fault("label-off-line", named(route))]),
    ]),
    ...pairs(labelled)
      .filter(([a, b]) => overlap(a.label!.box, b.label!.box))
      .map(([a, b]) => fault("label-on-label", named(a), named(b))),
  ];
}

function onOwnLine({ points, label }: Route): boolean {
  return segments(points).some((piece) => overlap(label!.box, grown(piece, 0.01)));
}

function lineFaults({ cards, routes }: Layout): LayoutFault[] {
  return [
    ...routes.flatMap((route) => [
      ...cards
        .filter((card) => crosses(route, card))
        .map(({ node }) => fault("line-through-card", named(route), node.id)),
      ...(segments(route.points).some(({ width, height }) => width > 0 && height > 0)
        ? [fault("line-slanted", named(route))]
        : []),
      ...(endsOnCards(route, cards) ? [] : [fault("line-off-card", named(route))]),
    ]),
    ...pairs(routes).flatMap(([a, b]) => (runTogether(a, b) ? [fault("lines-on-each-other", named(a), named(b))] : [])),
  ];
}

/** Touching a card's edge is allowed; a line must touch its own two. */
function crosses({ points }: Route, { box }: Card): boolean {
  const inside = grown(box, -0.5);
  return segments(points).some((piece) => overlap(inside, grown(piece, 0.01)));
}

function endsOnCards({ edge, points }: Route, cards: readonly Card[]): boolean {
  const touches = (id: string, at: number): boolean => {
    const { box } = cards.find(({ node }) => node.id === id)!;
    return contains(grown(box, 0.5), { ...points.at(at)!, width: 0, height: 0 });
  };
  return touches(edge.from, 0) && touches(edge.to, -1);
}

/** Whether two lines share more than 4 units of the same track. */
function runTogether(a: Route, b: Route): boolean {
  return segments(a.points).some((one) => segments(b.points).some((other) => sharedLength(one, other) > 4));
}

function sharedLength(a: Box, b: Box): number {
  if (a.height === 0 && b.height === 0 && Math.abs(a.y - b.y) < 1.5) return shared(a.x, a.width, b.x, b.width);
  if (a.width === 0 && b.width === 0 && Math.abs(a.x - b.x) < 1.5) return shared(a.y, a.height, b.y, b.height);
  return 0;
}

const shared = (start: number, length: number, otherStart: number, otherLength: number): number =>
  Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart);

function canvasFaults({ canvas, cards, zones, routes }: Layout): LayoutFault[] {
  const outside = (box: Box): boolean => !contains(canvas, box);
  return [
    ...cards.filter(({ box }) => outside(box)).map(({ node }) => fault("outside-canvas", node.id)),
    ...zones.filter(({ box }) => outside(box)).map(({ zone }) => fault("outside-canvas", zone.id)),
    ...routes
      .filter(({ points, label }) => segments(points).some(outside) || (label && outside(label.box)))
      .map((route) => fault("outside-canvas", named(route))),
  ];
}

function pairs<Item>(items: readonly Item[]): [Item, Item][] {
  return items.flatMap((a, at) => items.slice(at + 1).map((b): [Item, Item] => [a, b]));
}

const fault = (kind: FaultKind, ...ids: string[]): LayoutFault => ({ kind, what: ids.join(" and ") });
const named = ({ edge }: Route): string => `${edge.from} → ${edge.to}`;
