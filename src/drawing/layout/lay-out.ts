import { requireSound, type Graph } from "../graph.ts";
import { cleanText } from "../text/clean.ts";
import { cardSize, cardText } from "./card-text.ts";
import { placeInColumns, type Places } from "./columns.ts";
import { layoutFaults } from "./faults.ts";
import { around, grown, segments, type Box, type Point } from "./geometry.ts";
import { placeLabels } from "./labels.ts";
import { framesAround } from "./frames.ts";
import { measure, type Card, type CardText, type Layout, type PlacedZone, type Route } from "./layout.ts";
import { placePinned } from "./pinned.ts";
import { avoidRouter, type LineRouter } from "./route.ts";
import type { Unplaced } from "./zone-inside.ts";
import { titleBox, zoneTitle } from "./zone-title.ts";

export interface LayoutOptions {
  /** A layout of an earlier version: what is still there keeps its place. */
  readonly previous?: Layout;
  /** `avoidRouter()` when absent. */
  readonly router?: LineRouter;
}

/**
 * Finds a place for everything in a graph. The same graph and options give the same layout.
 *
 * @throws {Problem} the first of `graphProblems`
 */
export async function layOut(graph: Graph, options: LayoutOptions = {}): Promise<Layout> {
  requireSound(graph);
  const router = options.router ?? avoidRouter();
  if (options.previous) return pinned(graph, options.previous, router);
  let layout = await fresh(graph, router, 1);
  for (const slack of graph.edges.length > manyEdges ? [1.4] : [1.3, 1.7]) {
    if (troubleCount(layout) === 0) break;
    const wider = await fresh(graph, router, slack);
    if (troubleCount(wider) < troubleCount(layout)) layout = wider;
  }
  return layout;
}

/** From this size on a layout takes seconds, and is tried only twice. */
const manyEdges = 60;

const troubleCount = (layout: Layout): number => layoutFaults(layout).length + missingLabels(layout);

/** How many edges have a label that fits nowhere on their line. */
export function missingLabels({ routes }: Layout): number {
  return routes.filter(({ edge, label }) => !label && cleanText(edge.label ?? "") !== "").length;
}

async function fresh(graph: Graph, router: LineRouter, slack: number): Promise<Layout> {
  const texts = new Map(graph.nodes.map((node) => [node.id, cardText(node)]));
  const cards = [...texts].map(([id, text]): Unplaced => ({ id, ...cardSize(text) }));
  return finished(graph, texts, await placeInColumns(graph, cards, slack), router);
}

async function pinned(graph: Graph, previous: Layout, router: LineRouter): Promise<Layout> {
  const { texts, places } = await placePinned(graph, previous);
  return finished(graph, texts, places, router);
}

/** Lines, labels and the canvas for cards that have their places. */
async function finished(
  graph: Graph,
  texts: ReadonlyMap<string, CardText>,
  places: Places,
  router: LineRouter,
): Promise<Layout> {
  const cards = graph.nodes.map((node): Card => ({ node, box: places.cards.get(node.id)!, text: texts.get(node.id)! }));
  const zones = graph.zones.flatMap((zone): PlacedZone[] => {
    const box = places.zones.get(zone.id);
    return box ? [{ zone, box, title: zoneTitle(zone.name, box) }] : [];
  });
  const lines = await routed(graph, cards, around(zones.map(({ box }) => box)), router);
  const frames = framesAround(zones, cards, lines);
  const blocked = [...cards.map(({ box }) => box), ...frames.map(titleBox)];
  const labels = placeLabels(graph.edges, lines, { blocked, zones: frames.map(({ box }) => box) });
  const routes = graph.edges.map((edge, at): Route => {
    const label = labels.get(at);
    return { edge, points: lines[at]!, ...(label && { label }) };
  });
  const title = cleanText(graph.title);
  const description = cleanText(graph.description ?? "") || described(graph);
  return { title, description, canvas: canvasOf(frames, routes), zones: frames, cards, routes };
}

/** Lines around the cards and below the band of the zones' titles. */
async function routed(graph: Graph, cards: readonly Card[], zones: Box | undefined, router: LineRouter) {
  if (graph.edges.length === 0 || !zones) return [];
  const position = new Map(cards.map(({ node }, at) => [node.id, at]));
  const edges = graph.edges.map(({ from, to }) => ({ from: position.get(from)!, to: position.get(to)! }));
  const obstacles = [{ x: zones.x - 400, y: zones.y - 400, width: zones.width + 800, height: 400 + titleBand }];
  return router({ cards: cards.map(({ box }) => box), obstacles, edges });
}

/** No line runs higher than this below a zone's top. */
const titleBand = 24;

function canvasOf(zones: readonly PlacedZone[], routes: readonly Route[]): Box {
  const lines = routes.flatMap(({ points, label }) => [...segments(points as Point[]), ...(label ? [label.box] : [])]);
  const all = around([...zones.map(({ box }) => box), ...lines]) ?? { x: 0, y: 0, width: 320, height: 120 };
  const { x, y, width, height } = grown(all, measure.margin);
  return { x: Math.floor(x), y: Math.floor(y), width: Math.ceil(width), height: Math.ceil(height) };
}

/** `24 components in 5 zones, 31 connections.` */
function described({ nodes, zones, edges }: Graph): string {
  const names = zones.map(({ name }) => cleanText(name)).join(", ");
  return `${nodes.length} components and ${edges.length} connections. Zones: ${names || "none"}.`;
}
