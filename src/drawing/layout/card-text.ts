import type { GraphNode } from "../graph.ts";
import { cleanText } from "../text/clean.ts";
import { textWidth, widestTextWidth } from "../text/measure.ts";
import { ellipsised, wrapText, type Font } from "../text/wrap.ts";
import type { Size } from "./geometry.ts";
import { measure, type CardText } from "./layout.ts";

const { cardPadding, iconSize, iconGap, nameSize, detailSize, captionSize, badgeSize, badgeHeight } = measure;

/** Fonts of a card's lines. */
export const cardFonts = {
  name: { sizePx: nameSize, weight: "semibold" },
  detail: { sizePx: detailSize, weight: "regular" },
  caption: { sizePx: captionSize, weight: "regular" },
  badge: { sizePx: badgeSize, weight: "semibold" },
} as const satisfies Record<string, Font>;

export const lineHeights = { name: 17, detail: 15, caption: 14, badge: badgeHeight + 4 } as const;

/** Longest line of a card, in the widest font. */
const widestLine = 150;
/** Where the lines begin, from the card's left edge. */
export const textStart = cardPadding + iconSize + iconGap;
/** Room that is left at a line's end in the widest of the fonts. */
const leastPadding = 5;

/** The lines of a card that is at most `widthPx` wide. */
export function cardText(node: GraphNode, widthPx = Number.POSITIVE_INFINITY): CardText {
  const room = Math.min(widestLine, Math.max(60, widthPx - textStart - leastPadding));
  return {
    name: wrapText(cleanText(node.name) || node.id, cardFonts.name, room, 2),
    detail: wrapText(cleanText(node.detail ?? ""), cardFonts.detail, room, 3),
    caption: ellipsised(captionOf(node), cardFonts.caption, room),
    badge: ellipsised(cleanText(node.badge?.text ?? ""), cardFonts.badge, room - 14),
  };
}

/** How large a card must be so that its lines fit in every known font. */
export function cardSize(text: CardText): Size {
  const width = Math.max(...lineWidths(text));
  const lines = text.name.length * lineHeights.name + text.detail.length * lineHeights.detail;
  const extra = (text.caption === "" ? 0 : lineHeights.caption) + (text.badge === "" ? 0 : lineHeights.badge);
  return { width: Math.ceil((textStart + width) / 2) * 2, height: Math.max(48, 17 + lines + extra) };
}

/** `features · online`, or nothing; a plane that is the card's own column is not said again. */
function captionOf({ plane, layer, zone }: GraphNode): string {
  return [layer, plane === zone ? undefined : plane].filter(Boolean).join(" · ");
}

function lineWidths({ name, detail, caption, badge }: CardText): number[] {
  return [
    ...name.map((line) => lineWidth(line, cardFonts.name)),
    ...detail.map((line) => lineWidth(line, cardFonts.detail)),
    lineWidth(caption, cardFonts.caption),
    badge === "" ? 0 : badgeWidth(badge) + leastPadding,
  ];
}

function lineWidth(line: string, { sizePx, weight }: Font): number {
  return Math.max(textWidth(line, sizePx, weight) + cardPadding, widestTextWidth(line, sizePx, weight) + leastPadding);
}

/** Width of the pill around a badge's text. */
export function badgeWidth(badge: string): number {
  const { sizePx, weight } = cardFonts.badge;
  return Math.max(textWidth(badge, sizePx, weight) + 16, widestTextWidth(badge, sizePx, weight) + 8);
}
