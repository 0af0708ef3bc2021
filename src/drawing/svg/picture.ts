import type { Box } from "../layout/geometry.ts";
import { measure } from "../layout/layout.ts";
import { fontStack } from "../text/measure.ts";
import { element, nothing, styleElement, together, type Markup } from "./element.ts";
import { paintOf, themeRules, type Paint, type Theme } from "./theme.ts";

export interface PictureFacts {
  /** Read out first by screen readers, and shown as the name of the picture. */
  readonly title: string;
  readonly description: string;
  readonly canvas: Box;
  readonly theme: Theme;
}

/** Space for what stands above or below a picture, such as its title. */
export function withBands({ x, y, width, height }: Box, above: number, below: number): Box {
  return { x, y: y - above, width, height: height + above + below };
}

/** The title of a picture, at the top left of its canvas. */
export function pictureHeading(title: string, { x, y }: Box, paint: Paint): Markup {
  const place = { x: x + measure.margin, y: y + 40, "font-size": 18, "font-weight": 600, fill: paint("ink") };
  return element("text", place, title);
}

/** A whole SVG file: background, then the parts in order. It ends in a line break. */
export function picture({ title, description, canvas, theme }: PictureFacts, parts: readonly Markup[]): string {
  const { x, y, width, height } = canvas;
  const page = element("rect", { x, y, width, height, fill: paintOf(theme)("page") });
  const frame = {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: [x, y, width, height].map((length) => Math.round(length)).join(" "),
    width: Math.round(width),
    height: Math.round(height),
    class: "plumb-picture",
    role: "img",
    "font-family": fontStack,
    "xml:lang": "en",
  };
  const rules = themeRules(theme);
  const style = rules === "" ? nothing : styleElement(rules);
  const words = [element("title", {}, title), element("desc", {}, description)];
  const body = together(
    [nothing, ...words, style, page, ...parts, nothing].filter((part, at) => at === 0 || part !== nothing),
  );
  return `${element("svg", frame, body, { markup: "\n" }).markup}\n`;
}
