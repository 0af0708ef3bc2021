import { z } from "zod";
import { Problem } from "../../kit/problem.ts";
import { planes } from "../../design/schema/architecture.ts";
import { layerNames } from "../../design/schema/layers.ts";
import { badgeTones, iconKinds, tones, type GraphNode } from "../graph.ts";
import { cardSize, cardText } from "../layout/card-text.ts";
import type { Card, CardText, Layout } from "../layout/layout.ts";
import { zoneTitle } from "../layout/zone-title.ts";

const box = z.object({ x: z.number(), y: z.number(), width: z.number().positive(), height: z.number().positive() });
const node = z.object({
  id: z.string(),
  name: z.string(),
  icon: z.enum(iconKinds),
  zone: z.string(),
  detail: z.string().optional(),
  badge: z.object({ text: z.string(), tone: z.enum(badgeTones) }).optional(),
  plane: z.enum(planes).optional(),
  layer: z.enum(layerNames).optional(),
  box,
});
const drawing = z.object({
  format: z.literal("plumbline-drawing"),
  version: z.literal(1),
  title: z.string(),
  description: z.string(),
  canvas: box,
  zones: z.array(z.object({ id: z.string(), name: z.string(), tone: z.enum(tones), box })),
  nodes: z.array(node),
});

/**
 * Reads positions from what `jsonOf` wrote, to pin a later layout to them. Lines are not read: they are drawn anew.
 *
 * @param file  name shown in the problem
 * @throws {Problem} `drawing/unreadable-layout`
 */
export function readLayout(text: string, file?: string): Layout {
  const read = drawing.safeParse(parsed(text));
  if (!read.success) throw unreadable(file);
  const { title, description, canvas, zones, nodes } = read.data;
  return {
    title,
    description,
    canvas,
    zones: zones.map(({ box: place, ...zone }) => ({ zone, box: place, title: zoneTitle(zone.name, place) })),
    cards: nodes.map(({ box: place, ...one }): Card => {
      const plain = JSON.parse(JSON.stringify(one)) as GraphNode;
      return { node: plain, box: place, text: textIn(plain, place.width, place.height) };
    }),
    routes: [],
  };
}

/** The lines as they were when the card was measured for them, else as they fit its width. */
function textIn(one: GraphNode, width: number, height: number): CardText {
  const text = cardText(one);
  const size = cardSize(text);
  return size.width <= width && size.height <= height ? text : cardText(one, width);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

function unreadable(file: string | undefined): Problem {
  const found = "The file of positions is not one that `plumb draw` wrote.";
  const fix = "name a file that `plumb draw --out NAME.json` or `--pin` wrote, or a new name";
  return new Problem({ code: "drawing/unreadable-layout", found, fix, ...(file && { at: { file } }) });
}
