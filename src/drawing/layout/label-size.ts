import { textWidth, widestTextWidth } from "../text/measure.ts";
import { cleanText } from "../text/clean.ts";
import { ellipsised } from "../text/wrap.ts";
import type { Size } from "./geometry.ts";
import { measure } from "./layout.ts";

const font = { sizePx: measure.labelSize, weight: "regular" } as const;

/** The label of an edge as it is drawn: one line, not longer than a card. */
export const labelText = (label: string): string => ellipsised(cleanText(label), font, 170);

/** The box that a label needs, in any of the known fonts. */
export function labelSize(label: string): Size {
  const text = labelText(label);
  const width = Math.max(textWidth(text, font.sizePx) + 10, widestTextWidth(text, font.sizePx) + 2);
  return { width: Math.ceil(width), height: measure.labelHeight };
}
