import { contains } from "../layout/geometry.ts";
import { measure, type Layout, type PlacedZone, type Route } from "../layout/layout.ts";
import { cardMarkup } from "./card.ts";
import { edgeLabel, edgeLine } from "./edge.ts";
import { element, together, type Markup } from "./element.ts";
import { legend } from "./legend.ts";
import { picture, pictureHeading, withBands } from "./picture.ts";
import { paintOf, toneColours, type Colour, type Paint, type Theme } from "./theme.ts";

export interface SvgOptions {
  readonly theme?: Theme;
}

const band = { above: 40, below: 26 };

/** A laid out graph as an SVG file. */
export function svgOf(layout: Layout, { theme = "auto" }: SvgOptions = {}): string {
  const paint = paintOf(theme);
  const canvas = withBands(layout.canvas, band.above, band.below);
  const { title, description } = layout;
  return picture({ title, description, canvas, theme }, [
    pictureHeading(title, canvas, paint),
    together(layout.zones.map((zone) => zoneFrame(zone, paint))),
    together(layout.routes.map((route) => edgeLine(route, paint))),
    together(layout.zones.map((zone) => zoneTitle(zone, paint))),
    together(layout.cards.map((card) => cardMarkup(card, paint))),
    together(layout.routes.map((route) => edgeLabel(route, patchUnder(route, layout), paint))),
    legend(layout, layout.canvas.x + measure.margin, canvas.y + canvas.height - 24, paint),
  ]);
}

function zoneFrame({ zone, box }: PlacedZone, paint: Paint): Markup {
  const { fill, edge } = toneColours(zone.tone);
  const { x, y, width, height } = box;
  const look = { rx: 14, fill: paint(fill), stroke: paint(edge) };
  return element("rect", { class: "zone", "data-id": zone.id, x, y, width, height, ...look });
}

function zoneTitle({ zone, box, title }: PlacedZone, paint: Paint): Markup {
  const place = { x: box.x + 14, y: box.y + 23, "font-size": measure.zoneTitleSize, "font-weight": 600 };
  return element("text", { ...place, fill: paint(toneColours(zone.tone).ink) }, title);
}

/** The colour behind a label: of the zone that it lies in, else of the page. */
function patchUnder({ label }: Route, { zones }: Layout): Colour {
  const under = label && zones.find(({ box }) => contains(box, label.box));
  return under ? toneColours(under.zone.tone).fill : "page";
}
