import { jsonText } from "../../kit/json.ts";
import type { Layout } from "../layout/layout.ts";

/**
 * A layout as JSON for other programs, with its keys always in the same order. Lengths are in units of the picture.
 * `format` and `version` say how to read it; a later version only adds keys.
 */
export function jsonOf({ title, description, canvas, zones, cards, routes }: Layout): string {
  const drawing = {
    format: "plumbline-drawing",
    version: 1,
    title,
    description,
    canvas,
    zones: zones.map(({ zone: { id, name, tone }, box }) => ({ id, name, tone, box })),
    nodes: cards.map(({ node: { id, name, icon, zone, detail, badge, plane, layer }, box }) => ({
      id,
      name,
      icon,
      zone,
      detail,
      badge,
      plane,
      layer,
      box,
    })),
    edges: routes.map(({ edge: { from, to, kind, label }, points, label: placed }) => ({
      from,
      to,
      kind,
      label,
      points,
      labelBox: placed?.box,
    })),
  };
  return `${jsonText(drawing, 2)}\n`;
}
