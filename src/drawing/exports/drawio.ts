import type { EdgeKind } from "../graph.ts";
import type { Box, Point } from "../layout/geometry.ts";
import type { Card, Layout, PlacedZone, Route } from "../layout/layout.ts";
import { element, together, type Markup } from "../svg/element.ts";
import { palettes, toneColours } from "../svg/theme.ts";
import { cleanText } from "../text/clean.ts";

const { light } = palettes;

const edgeLooks: Readonly<Record<EdgeKind, string>> = {
  data: `strokeColor=${light.line}`,
  request: `strokeColor=${light.request}`,
  response: `strokeColor=${light.response};dashed=1;dashPattern=1 3`,
  control: `strokeColor=${light.control};dashed=1;dashPattern=8 3 2 3`,
  feedback: `strokeColor=${light.feedback};dashed=1`,
};

/** A layout as a draw.io file, everything where the picture has it and still to be moved. Texts are plain, not HTML. */
export function drawioOf(layout: Layout): string {
  const cells = [
    element("mxCell", { id: "0" }),
    element("mxCell", { id: "1", parent: "0" }),
    ...layout.zones.map(zoneCell),
    ...layout.cards.map(cardCell),
    ...layout.routes.map((route, at) => edgeCell(route, at, layout)),
  ];
  const root = element("root", {}, { markup: `\n${together(cells).markup}\n` });
  const { width, height } = layout.canvas;
  const model = element(
    "mxGraphModel",
    { grid: 1, gridSize: 10, arrows: 1, pageWidth: width, pageHeight: height },
    root,
  );
  const diagram = element("diagram", { id: "drawing", name: layout.title || "Drawing" }, model);
  return `${element("mxfile", { host: "plumbline" }, diagram).markup}\n`;
}

function zoneCell({ zone, box }: PlacedZone): Markup {
  const { fill, edge, ink } = toneColours(zone.tone);
  const colours = `fillColor=${light[fill]};strokeColor=${light[edge]};fontColor=${light[ink]}`;
  const style = `rounded=1;arcSize=3;html=0;verticalAlign=top;align=left;spacingLeft=8;fontStyle=1;${colours};`;
  return vertex(`zone ${zone.id}`, [zone.name], style, box);
}

function cardCell({ node, box }: Card): Markup {
  const edge = node.badge?.tone === "over-budget" ? light["over-edge"] : light["card-edge"];
  const style = `rounded=1;arcSize=12;html=0;whiteSpace=wrap;fillColor=${light.card};strokeColor=${edge};fontColor=${light.ink};`;
  return vertex(`node ${node.id}`, [node.name, node.detail, node.badge?.text], style, box);
}

function vertex(id: string, lines: readonly (string | undefined)[], style: string, box: Box): Markup {
  const { x, y, width, height } = box;
  const geometry = element("mxGeometry", { x, y, width, height, as: "geometry" });
  const value = lines.flatMap((line) => (line ? [cleanText(line)] : []));
  return element("mxCell", { id, value, style, vertex: 1, parent: "1" }, geometry);
}

function edgeCell({ edge, points }: Route, at: number, { cards }: Layout): Markup {
  const boxOf = (id: string): Box => cards.find(({ node }) => node.id === id)!.box;
  const exit = fraction(points[0]!, boxOf(edge.from));
  const entry = fraction(points.at(-1)!, boxOf(edge.to));
  const ends = `exitX=${exit.x};exitY=${exit.y};entryX=${entry.x};entryY=${entry.y};exitPerimeter=0;entryPerimeter=0`;
  const style = `edgeStyle=orthogonalEdgeStyle;rounded=1;html=0;${edgeLooks[edge.kind]};${ends};`;
  const corners = points.slice(1, -1).map(({ x, y }) => element("mxPoint", { x, y }));
  const geometry = element(
    "mxGeometry",
    { relative: 1, as: "geometry" },
    element("Array", { as: "points" }, ...corners),
  );
  const value = edge.label ? [cleanText(edge.label)] : [];
  const facts = {
    id: `edge ${at}`,
    value,
    style,
    edge: 1,
    parent: "1",
    source: `node ${edge.from}`,
    target: `node ${edge.to}`,
  };
  return element("mxCell", facts, geometry);
}

/** Where on a card a line ends, in shares of its width and height. */
function fraction({ x, y }: Point, box: Box): Point {
  const share = (part: number): number => Math.round(Math.min(1, Math.max(0, part)) * 1000) / 1000;
  return { x: share((x - box.x) / box.width), y: share((y - box.y) / box.height) };
}
