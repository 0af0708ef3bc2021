import type { BadgeTone, GraphNode } from "../graph.ts";
import { badgeWidth, cardFonts, lineHeights, textStart } from "../layout/card-text.ts";
import { measure, type Card } from "../layout/layout.ts";
import { cleanText } from "../text/clean.ts";
import { element, type Markup } from "./element.ts";
import { iconTile } from "./icons.ts";
import type { Colour, Paint } from "./theme.ts";

const badgeColours = {
  "over-budget": { fill: "over-fill", ink: "over-ink", edge: "over-edge" },
  warn: { fill: "warn-fill", ink: "warn-ink", edge: "warn-edge" },
  ok: { fill: "ok-fill", ink: "ok-ink", edge: "ok-edge" },
} as const satisfies Record<BadgeTone, Record<"fill" | "ink" | "edge", Colour>>;

/** A component: icon, name, detail, caption and badge. */
export function cardMarkup(card: Card, paint: Paint): Markup {
  const { x, y } = card.box;
  const iconTop = y + 11;
  return element(
    "g",
    { class: "card", "data-id": card.node.id, "data-plane": card.node.plane, "data-layer": card.node.layer },
    element("title", {}, hint(card.node)),
    ...frame(card, paint),
    iconTile(card.node.icon, x + measure.cardPadding - 1, iconTop, measure.iconSize, paint),
    ...lines(card, paint),
  );
}

/** The shadow is a second rectangle: a filter would not survive every converter. */
function frame({ box, node }: Card, paint: Paint): Markup[] {
  const { x, y, width, height } = box;
  const marked = node.badge && node.badge.tone !== "ok" ? badgeColours[node.badge.tone].edge : undefined;
  const edge = { stroke: paint(marked ?? "card-edge"), "stroke-width": marked ? 1.8 : 1 };
  return [
    element("rect", { x, y: y + 1.5, width, height, rx: 9, fill: paint("shadow") }),
    element("rect", { x, y, width, height, rx: 9, fill: paint("card"), ...edge }),
  ];
}

function lines(card: Card, paint: Paint): Markup[] {
  const { text, box } = card;
  const x = box.x + textStart;
  const single = text.detail.length === 0 && text.caption === "" && text.badge === "" && text.name.length === 1;
  let y = single ? box.y + box.height / 2 - lineHeights.name / 2 : box.y + 8;
  const parts: Markup[] = [];
  const write = (line: string, kind: "name" | "detail" | "caption", colour: Colour): void => {
    const { sizePx, weight } = cardFonts[kind];
    const style = { "font-size": sizePx, "font-weight": weight === "semibold" ? 600 : undefined, fill: paint(colour) };
    parts.push(element("text", { x, y: y + lineHeights[kind] * 0.76, ...style }, line));
    y += lineHeights[kind];
  };
  for (const line of text.name) write(line, "name", "ink");
  for (const line of text.detail) write(line, "detail", "ink-soft");
  if (text.caption !== "") write(text.caption, "caption", "ink-faint");
  if (text.badge !== "") parts.push(badge(card, x, y + 3, paint));
  return parts;
}

function badge({ node, text }: Card, x: number, y: number, paint: Paint): Markup {
  const colours = badgeColours[node.badge!.tone];
  const { sizePx } = cardFonts.badge;
  const [width, height] = [badgeWidth(text.badge), measure.badgeHeight];
  const words = { x: x + width / 2, y: y + height / 2 + sizePx * 0.36, "font-size": sizePx, "font-weight": 600 };
  return element(
    "g",
    { class: `badge ${node.badge!.tone}` },
    element("rect", { x, y, width, height, rx: height / 2, fill: paint(colours.fill) }),
    element("text", { ...words, "text-anchor": "middle", fill: paint(colours.ink) }, text.badge),
  );
}

/** The whole text of a card, which the card itself may show shortened. */
function hint({ name, detail, badge, layer, plane }: GraphNode): string {
  return [name, detail, badge?.text, layer && `layer: ${layer}`, plane && `plane: ${plane}`]
    .flatMap((part) => (part ? [cleanText(part)] : []))
    .join(" · ");
}
