import { AvoidLib, type Avoid, type Router, type ShapeRef } from "libavoid-js";
import type { Box, Point } from "./geometry.ts";
import { rounded } from "./geometry.ts";

/** What lines run between, and around. */
export interface RoutingTask {
  readonly cards: readonly Box[];
  /** Further boxes that no line may cross. */
  readonly obstacles: readonly Box[];
  /** Positions in `cards`. */
  readonly edges: readonly { readonly from: number; readonly to: number }[];
}

/** Lines of an engine; one for each edge, in order. */
export type LineRouter = (task: RoutingTask) => Promise<readonly (readonly Point[])[]>;

const allSides = 1;
const distance = { fromCards: 12, betweenLines: 9 };

/** From this many lines on, crossings cost nothing: to avoid them would take more than ten times as long. */
const manyEdges = 60;

let turn: Promise<unknown> = Promise.resolve();

/**
 * Right-angled lines around all boxes, kept apart from each other, by libavoid.
 *
 * Each task gets a fresh engine, about 10 ms, so that nothing of one can reach the next and the memory is given back: an
 * engine never frees its boxes and lines. Tasks wait for each other, because the package holds one engine at a time.
 *
 * @param wasmUrl  address of `libavoid.wasm`, which a browser must be told; Node finds it in the package
 */
export function avoidRouter(wasmUrl?: string): LineRouter {
  return (task) => {
    const lines = turn.then(async () => routeWith(await freshEngine(wasmUrl), task));
    turn = lines.catch(() => undefined);
    return lines;
  };
}

async function freshEngine(wasmUrl: string | undefined): Promise<Avoid> {
  AvoidLib.avoidLib = undefined;
  await AvoidLib.load(wasmUrl);
  return AvoidLib.getInstance();
}

function routeWith(avoid: Avoid, { cards, obstacles, edges }: RoutingTask): Point[][] {
  const router = newRouter(avoid, edges.length);
  const shapes = cards.map((box) => shapeWithPins(avoid, router, box));
  for (const box of obstacles) newShape(avoid, router, box);
  const lines = edges.map(({ from, to }) => {
    const [start, end] = [shapes[from]!, shapes[to]!].map((shape) => new avoid.ConnEnd(shape, allSides));
    return new avoid.ConnRef(router, start!, end!);
  });
  router.processTransaction();
  return lines.map((line) => pointsOf(line.displayRoute()));
}

function newRouter(avoid: Avoid, edgeCount: number): Router {
  const router = new avoid.Router(avoid.OrthogonalRouting);
  router.setRoutingParameter(avoid.segmentPenalty, 60);
  router.setRoutingParameter(avoid.crossingPenalty, edgeCount > manyEdges ? 0 : 180);
  router.setRoutingParameter(avoid.reverseDirectionPenalty, 30);
  router.setRoutingParameter(avoid.fixedSharedPathPenalty, 40);
  router.setRoutingParameter(avoid.shapeBufferDistance, distance.fromCards);
  router.setRoutingParameter(avoid.idealNudgingDistance, distance.betweenLines);
  router.setRoutingOption(avoid.nudgeOrthogonalSegmentsConnectedToShapes, true);
  router.setRoutingOption(avoid.nudgeOrthogonalTouchingColinearSegments, true);
  router.setRoutingOption(avoid.performUnifyingNudgingPreprocessingStep, true);
  router.setRoutingOption(avoid.penaliseOrthogonalSharedPathsAtConnEnds, true);
  router.setRoutingOption(avoid.nudgeSharedPathsWithCommonEndPoint, true);
  return router;
}

function newShape(avoid: Avoid, router: Router, { x, y, width, height }: Box): ShapeRef {
  const corners = new avoid.Rectangle(new avoid.Point(x, y), new avoid.Point(x + width, y + height));
  return new avoid.ShapeRef(router, corners);
}

/** A card that lines may leave and reach at the middle of each side. */
function shapeWithPins(avoid: Avoid, router: Router, box: Box): ShapeRef {
  const shape = newShape(avoid, router, box);
  const sides = [
    [0.5, 0, avoid.ConnDirUp],
    [0.5, 1, avoid.ConnDirDown],
    [0, 0.5, avoid.ConnDirLeft],
    [1, 0.5, avoid.ConnDirRight],
  ] as const;
  for (const [x, y, direction] of sides) {
    new avoid.ShapeConnectionPin(shape, allSides, x, y, true, 0, direction).setExclusive(false);
  }
  return shape;
}

function pointsOf(line: { size(): number; get_ps(index: number): Point }): Point[] {
  const points = Array.from({ length: line.size() }, (_, at) => {
    const { x, y } = line.get_ps(at);
    return { x: rounded(x), y: rounded(y) };
  });
  return withoutDoubles(points);
}

/** Points that lie on the way between their neighbours say nothing. */
function withoutDoubles(points: readonly Point[]): Point[] {
  return points.filter((point, at) => {
    const [before, after] = [points[at - 1], points[at + 1]];
    if (!before || !after) return true;
    return !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y));
  });
}
