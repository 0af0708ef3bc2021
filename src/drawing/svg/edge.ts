import type { EdgeKind } from "../graph.ts";
import type { Point } from "../layout/geometry.ts";
import { measure, type Route } from "../layout/layout.ts";
import { element, nothing, type Markup } from "./element.ts";
import { linePath } from "./line-path.ts";
import type { Colour, Paint } from "./theme.ts";

interface EdgeStyle {
  readonly colour: Colour;
  readonly labelColour: Colour;
  readonly dashes?: string;
  /** What the legend says. */
  readonly says: string;
}

/** How each kind of edge looks; never by colour alone. */
export const edgeStyles: Readonly<Record<EdgeKind, EdgeStyle>> = {
  data: { colour: "line", labelColour: "label", says: "data" },
  request: { colour: "request", labelColour: "request", says: "request" },
  response: { colour: "response", labelColour: "response", dashes: "1.5 3.5", says: "response" },
  control: { colour: "control", labelColour: "control", dashes: "9 3 2 3", says: "control" },
  feedback: { colour: "feedback", labelColour: "feedback", dashes: "6 4", says: "feedback" },
};

const arrow = { length: 8, halfWidth: 4 };

/** The line of an edge with its arrow head. */
export function edgeLine({ edge, points }: Route, paint: Paint): Markup {
  const { colour, dashes } = edgeStyles[edge.kind];
  const [before, end] = [points.at(-2)!, points.at(-1)!];
  const line = {
    d: linePath([...points.slice(0, -1), shortened(before, end)]),
    fill: "none",
    stroke: paint(colour),
    "stroke-width": 1.5,
    "stroke-dasharray": dashes,
    "stroke-linecap": dashes?.startsWith("1.5") ? "round" : undefined,
  };
  const head = element("path", { d: arrowHead(before, end), fill: paint(colour) });
  return element("g", { class: `edge ${edge.kind}` }, hint(edge), element("path", line), head);
}

/** Ends the line inside its arrow head, so that the tip stays sharp. */
function shortened(before: Point, end: Point): Point {
  const [x, y] = direction(before, end);
  return { x: end.x - x * (arrow.length - 2), y: end.y - y * (arrow.length - 2) };
}

function arrowHead(before: Point, end: Point): string {
  const [x, y] = direction(before, end);
  const back = { x: end.x - x * arrow.length, y: end.y - y * arrow.length };
  const [one, other] = [1, -1].map(
    (side) => `${back.x - y * arrow.halfWidth * side} ${back.y + x * arrow.halfWidth * side}`,
  );
  return `M${end.x} ${end.y}L${one}L${other}Z`;
}

/** Unit vector of the last piece, which is level or upright. */
function direction(before: Point, end: Point): [number, number] {
  return [Math.sign(end.x - before.x), Math.sign(end.y - before.y)];
}

/** The text that a pointer held over the line shows; a sample in the legend, which has no ends, shows none. */
function hint({ from, to, label, kind }: Route["edge"]): Markup {
  if (from === "") return nothing;
  return element("title", {}, `${kind}: ${from} to ${to}${label === undefined ? "" : `, ${label}`}`);
}

/** The label of an edge, on a patch of the page's colour that hides the line behind it. */
export function edgeLabel({ edge, label }: Route, patch: Colour, paint: Paint): Markup {
  if (!label) return nothing;
  const { x, y, width, height } = label.box;
  const text = {
    x: x + width / 2,
    y: y + height / 2 + measure.labelSize * 0.36,
    "text-anchor": "middle",
    "font-size": measure.labelSize,
    fill: paint(edgeStyles[edge.kind].labelColour),
  };
  const rect = element("rect", { x, y, width, height, rx: 5, fill: paint(patch), "fill-opacity": 0.94 });
  return element("g", { class: "label" }, rect, element("text", text, label.text));
}
