import { cleanText } from "../text/clean.ts";
import { widestTextWidth } from "../text/measure.ts";
import { ellipsised } from "../text/wrap.ts";
import type { Box } from "./geometry.ts";
import { measure, type PlacedZone } from "./layout.ts";

const font = { sizePx: measure.zoneTitleSize, weight: "semibold" } as const;

/** The name of a zone as it fits above its cards. */
export function zoneTitle(name: string, box: Box): string {
  return ellipsised(cleanText(name), font, box.width - 22);
}

/** How wide a zone should at least be for its name, up to a limit. */
export function zoneTitleWidth(name: string): number {
  return Math.min(240, widestTextWidth(cleanText(name), font.sizePx, font.weight) + 24);
}

/** Where a zone's title stands. */
export function titleBox({ box, title }: PlacedZone): Box {
  return { x: box.x + 8, y: box.y + 6, width: widestTextWidth(title, font.sizePx, font.weight) + 8, height: 24 };
}
