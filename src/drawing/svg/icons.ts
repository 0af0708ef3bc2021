import type { IconKind } from "../graph.ts";
import { element, type Markup } from "./element.ts";
import type { Colour, Paint } from "./theme.ts";

interface Icon {
  /** Strokes in a square of 16 by 16. */
  readonly path: string;
  readonly colour: Colour;
}

const icons: Readonly<Record<IconKind, Icon>> = {
  database: {
    colour: "icon-store",
    path: "M2.8 4.2a5.2 2 0 1 0 10.4 0a5.2 2 0 1 0-10.4 0V11.8a5.2 2 0 0 0 10.4 0V4.2M2.8 8a5.2 2 0 0 0 10.4 0",
  },
  stream: {
    colour: "icon-stream",
    path: "M2 5.2c2-2 4 2 6 0s4 2 6 0M2 8.7c2-2 4 2 6 0s4 2 6 0M2 12.2c2-2 4 2 6 0s4 2 6 0",
  },
  table: { colour: "icon-store", path: "M2.5 3h11v10h-11zM2.5 6.4h11M2.5 9.7h11M6.5 6.4V13" },
  model: { colour: "icon-model", path: "M8 1.8l5.4 3.1v6.2L8 14.2l-5.4-3.1V4.9zM8 8l5.4-3.1M8 8v6.2M8 8L2.6 4.9" },
  shield: { colour: "icon-guard", path: "M8 1.8l5 1.9v4c0 3.2-2 5.3-5 6.5c-3-1.2-5-3.3-5-6.5v-4zM5.7 8l1.7 1.7l3-3.2" },
  gateway: { colour: "icon-serve", path: "M2.5 2.8h11v4h-11zM2.5 9.2h11v4h-11zM5 4.8h.01M5 11.2h.01M8 4.8h3M8 11.2h3" },
  person: {
    colour: "icon-plain",
    path: "M5.4 5a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0M2.8 13.8c.4-3 2.3-4.5 5.2-4.5s4.8 1.5 5.2 4.5",
  },
  clock: { colour: "icon-work", path: "M2.2 8a5.8 5.8 0 1 0 11.6 0a5.8 5.8 0 1 0-11.6 0M8 4.6V8l2.4 1.5" },
  chart: { colour: "icon-serve", path: "M2.5 2.5v11h11M5.5 11V8.5M8.5 11V5.5M11.5 11V7" },
  document: { colour: "icon-plain", path: "M3.5 1.9h5.8l3.2 3.2v9h-9zM9.2 1.9v3.3h3.3M5.8 8.3h4.4M5.8 11h4.4" },
  image: { colour: "icon-plain", path: "M2.2 3h11.6v10H2.2zM2.2 11l3.3-3.3 3 3 2-2 3.3 3.2M9.9 5.9h.01" },
  queue: { colour: "icon-stream", path: "M1.8 4.5h3.2v7H1.8zM6.4 4.5h3.2v7H6.4zM11 8h3.4M12.7 6.2L14.5 8l-1.8 1.8" },
  rules: { colour: "icon-guard", path: "M2.3 4.2l1.1 1.1 1.9-2.1M2.3 11l1.1 1.1 1.9-2.1M8 4.4h5.7M8 11.2h5.7" },
  device: { colour: "icon-plain", path: "M4.5 1.8h7v12.4h-7zM7.2 11.9h1.6" },
  chip: {
    colour: "icon-model",
    path: "M4.2 4.2h7.6v7.6H4.2zM6.6 6.6h2.8v2.8H6.6zM6 1.9v2.3M10 1.9v2.3M6 11.8v2.3M10 11.8v2.3M1.9 6h2.3M1.9 10h2.3M11.8 6h2.3M11.8 10h2.3",
  },
  review: {
    colour: "icon-guard",
    path: "M3.8 4.8a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0M1.8 13.4c.3-2.8 1.8-4.2 4.3-4.2c1 0 1.9.2 2.6.7M9.3 11.9l1.7 1.7 3.4-3.8",
  },
  source: { colour: "icon-plain", path: "M2.5 8h7M6.7 5l3 3-3 3M13 2.8v10.4" },
  process: {
    colour: "icon-work",
    path: "M5.3 8a2.7 2.7 0 1 0 5.4 0a2.7 2.7 0 1 0-5.4 0M8 2v2.1M8 11.9V14M2 8h2.1M11.9 8H14M3.8 3.8l1.4 1.4M10.8 10.8l1.4 1.4M3.8 12.2l1.4-1.4M10.8 5.2l1.4-1.4",
  },
  search: { colour: "icon-serve", path: "M2.5 7a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0M10.3 10.3l3.4 3.4" },
  cache: { colour: "icon-store", path: "M9 1.8L3.4 9.2h4.2L7 14.2l5.6-7.4H8.4z" },
  experiment: {
    colour: "icon-model",
    path: "M6.2 2h3.6M7 2v4L3.2 12.4a1.2 1.2 0 0 0 1 1.8h7.6a1.2 1.2 0 0 0 1-1.8L9 6V2M5 10.4h6",
  },
};

/** An icon on its tinted tile. */
export function iconTile(kind: IconKind, x: number, y: number, size: number, paint: Paint): Markup {
  const { path, colour } = icons[kind];
  const inset = (size - 16) / 2;
  const tile = { x, y, width: size, height: size, rx: 7, fill: paint(colour), "fill-opacity": 0.14 };
  const stroke = { stroke: paint(colour), "stroke-width": 1.4, "stroke-linecap": "round", "stroke-linejoin": "round" };
  return element(
    "g",
    {},
    element("rect", tile),
    element("path", { transform: `translate(${x + inset} ${y + inset})`, d: path, fill: "none", ...stroke }),
  );
}
