import { bottom, right, segments, type Box, type Point } from "./geometry.ts";
import { measure, type Card, type PlacedZone } from "./layout.ts";

const { zonePadding } = measure;
/** Least distance of a zone's edge from a line beside it. */
const clear = 9;

/**
 * The zones with their edges moved a little, so that no line runs along one: all reach below the lowest line, the
 * outermost ones beside the outermost lines, and between zones an edge keeps away from upright lines.
 */
export function framesAround(
  zones: readonly PlacedZone[],
  cards: readonly Card[],
  lines: readonly (readonly Point[])[],
): PlacedZone[] {
  const pieces = lines.flatMap(segments);
  const end = Math.max(...zones.map(({ box }) => bottom(box)), ...pieces.map((piece) => bottom(piece) + clear + 3));
  const upright = pieces.filter(({ width, height }) => width === 0 && height > 0).map(({ x }) => x);
  return zones.map((one, at) => {
    const left = at === 0 ? Math.min(one.box.x, ...upright.map((x) => x - clear - 3)) : undefined;
    const rightmost = right(one.box);
    const far = at === zones.length - 1 ? Math.max(rightmost, ...upright.map((x) => x + clear + 3)) : undefined;
    const inside = cards.filter(({ node }) => node.zone === one.zone.id).map(({ box }) => box);
    const start = left ?? keptClear(one.box.x, -1, inside, upright);
    const stop = far ?? keptClear(rightmost, 1, inside, upright);
    return { ...one, box: { x: start, y: one.box.y, width: stop - start, height: end - one.box.y } };
  });
}

/** The place for an upright edge that is farthest from lines, or near enough to where it was. */
function keptClear(edge: number, outward: 1 | -1, cards: readonly Box[], lines: readonly number[]): number {
  const nearest = Math.max(...cards.map((box) => (outward === 1 ? right(box) : -box.x)), Number.NEGATIVE_INFINITY);
  const distance = (x: number): number => Math.min(clear, ...lines.map((line) => Math.abs(line - x)));
  const shifts = [0, 3, -3, 6, -6, 9, -9, 12, 15, 18];
  const allowed = shifts.map((shift) => edge + outward * shift).filter((x) => outward * x - nearest >= zonePadding / 2);
  return allowed.reduce((best, x) => (distance(x) > distance(best) ? x : best), edge);
}
