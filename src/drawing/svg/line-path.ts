import { rounded, type Point } from "../layout/geometry.ts";

const cornerRadius = 8;

/** A line of level and upright pieces as path data, with rounded corners. */
export function linePath(points: readonly Point[]): string {
  const [first, ...rest] = points as [Point, ...Point[]];
  const parts = rest.map((corner, at) => {
    const next = rest[at + 1];
    return next ? roundedCorner(points[at]!, corner, next) : `L${pair(corner)}`;
  });
  return `M${pair(first)}${parts.join("")}`;
}

/** To just before the corner, then around it; a short piece gets a tighter curve. */
function roundedCorner(before: Point, corner: Point, after: Point): string {
  const radius = Math.min(cornerRadius, distance(before, corner) / 2, distance(corner, after) / 2);
  return `L${pair(towards(corner, before, radius))}Q${pair(corner)} ${pair(towards(corner, after, radius))}`;
}

const distance = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

function towards(from: Point, to: Point, length: number): Point {
  const share = length / (distance(from, to) || 1);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

const pair = ({ x, y }: Point): string => `${rounded(x)} ${rounded(y)}`;
