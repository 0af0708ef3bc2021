import type { GraphEdge } from "../graph.ts";
import { contains, grown, overlap, segments, type Box, type Point } from "./geometry.ts";
import { labelSize, labelText } from "./label-size.ts";
import type { PlacedLabel } from "./layout.ts";

/** What labels must keep clear of, and what they had better. */
export interface LabelSurroundings {
  /** Cards and titles of zones: never covered. */
  readonly blocked: readonly Box[];
  readonly zones: readonly Box[];
}

interface Candidate {
  readonly box: Box;
  readonly cost: number;
}

interface Wish {
  readonly edge: number;
  readonly label: string;
  readonly candidates: readonly Candidate[];
}

const step = 8;

/**
 * A place for each label on its own line, clear of cards, titles and other labels, and of other lines where it can.
 * Labels with the fewest places choose first.
 *
 * @param lines  one for each edge
 * @returns by position of the edge; an edge whose label fits nowhere is missing
 */
export function placeLabels(
  edges: readonly GraphEdge[],
  lines: readonly (readonly Point[])[],
  around: LabelSurroundings,
): ReadonlyMap<number, PlacedLabel> {
  const wishes = edges.flatMap(({ label }, edge): Wish[] =>
    label === undefined || labelText(label) === ""
      ? []
      : [{ edge, label: labelText(label), candidates: candidatesOf(label, edge, lines, around) }],
  );
  const placed = new Map<number, PlacedLabel>();
  for (const wish of wishes.toSorted((a, b) => a.candidates.length - b.candidates.length)) {
    const taken = [...placed.values()].map(({ box }) => grown(box, 3));
    const free = wish.candidates.find(({ box }) => !taken.some((other) => overlap(box, other)));
    if (free) placed.set(wish.edge, { text: wish.label, box: free.box });
  }
  return placed;
}

/** Every place that covers nothing blocked, best first. */
function candidatesOf(
  label: string,
  edge: number,
  lines: readonly (readonly Point[])[],
  { blocked, zones }: LabelSurroundings,
): Candidate[] {
  const line = lines[edge]!;
  const others = lines.flatMap((other, at) => (at === edge ? [] : segments(other)));
  const near = blocked.map((box) => grown(box, 3));
  return segments(line)
    .flatMap((segment) => boxesOn(segment, label))
    .filter(({ box }) => !near.some((other) => overlap(box, other)))
    .map(({ box, offCentre }) => ({ box, cost: offCentre + trouble(box, line, others, zones) }))
    .toSorted((a, b) => a.cost - b.cost);
}

/** Least and wished length of line that shows on both sides of a label. */
const showing = { least: 2, wished: 8 };

/** Boxes centred on a straight piece, wherever the line shows on both sides of them. */
function boxesOn(segment: Box, label: string): { box: Box; offCentre: number }[] {
  const { width, height } = labelSize(label);
  const isLevel = segment.height === 0;
  const [length, size] = isLevel ? [segment.width, width] : [segment.height, height];
  const free = (length - size) / 2;
  if (free < showing.least) return [];
  const reach = Math.floor((free - showing.least) / step);
  const shifts = Array.from({ length: 2 * reach + 1 }, (_, at) => (at - reach) * step);
  const middle = { x: segment.x + segment.width / 2, y: segment.y + segment.height / 2 };
  const preference = (isLevel ? 0 : 12) - Math.min(length, 240) / 6;
  return shifts.map((shift) => ({
    box: {
      x: middle.x - width / 2 + (isLevel ? shift : 0),
      y: middle.y - height / 2 + (isLevel ? 0 : shift),
      width,
      height,
    },
    offCentre: Math.abs(shift) / 8 + preference + (free - Math.abs(shift) < showing.wished ? 40 : 0),
  }));
}

/** How bad a place is: other lines under it are worst, then its own line's corners, then the edge of a zone. */
function trouble(box: Box, own: readonly Point[], others: readonly Box[], zones: readonly Box[]): number {
  const near = grown(box, 2);
  const crossed = others.filter((segment) => touches(near, segment)).length;
  const corners = own.filter(({ x, y }) => contains(near, { x, y, width: 0, height: 0 })).length;
  const edges = zones.filter((zone) => overlap(near, zone) && !contains(zone, near)).length;
  return 120 * crossed + 60 * corners + 45 * edges;
}

/** As `overlap`, for a segment, which has no area. */
function touches(box: Box, segment: Box): boolean {
  return overlap(box, grown(segment, 0.01));
}
