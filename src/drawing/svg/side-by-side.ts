import { element, nothing, styleElement, together, type Markup } from "./element.ts";
import { fontStack } from "../text/measure.ts";
import { paintOf, themeRules, type Theme } from "./theme.ts";

const gap = 8;

interface Inner {
  readonly viewBox: string;
  readonly width: number;
  readonly height: number;
  readonly body: Markup;
}

/**
 * Two pictures of this room as one file: the second below the first, or beside it where both are narrow.
 *
 * @param first, second  texts that `svgOf`, `waterfallSvg` and the like gave for the same theme
 */
export function sideBySide(title: string, [first, second]: readonly [string, string], theme: Theme = "auto"): string {
  const pictures = [innerOf(first), innerOf(second)] as const;
  const beside = pictures[0].width + pictures[1].width <= widest;
  const places = [
    { x: 0, y: 0 },
    beside ? { x: pictures[0].width + gap, y: 0 } : { x: 0, y: pictures[0].height + gap },
  ];
  const width = Math.max(...pictures.map((one, at) => places[at]!.x + one.width));
  const height = Math.max(...pictures.map((one, at) => places[at]!.y + one.height));
  const rules = themeRules(theme);
  const frame = { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, width, height };
  const look = { class: "plumb-picture", role: "img", "font-family": fontStack, "xml:lang": "en" };
  const page = element("rect", { width, height, fill: paintOf(theme)("page") });
  const parts = pictures.map((one, at) => placed(one, places[at]!));
  const words = element("title", {}, title);
  const style = rules === "" ? [] : [styleElement(rules)];
  return `${element("svg", { ...frame, ...look }, together([nothing, words, ...style, page, ...parts, nothing])).markup}\n`;
}

/** A picture that is wider has its parts below each other. */
const widest = 1568;

function placed({ viewBox, width, height, body }: Inner, { x, y }: { readonly x: number; readonly y: number }): Markup {
  return element("svg", { x, y, viewBox, width, height }, body);
}

/** The inside of a picture that `picture` wrote: its own style goes, because the outer one says the same. */
function innerOf(svg: string): Inner {
  const [start] = /^<svg[^>]*>/.exec(svg)!;
  const value = (name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(start)![1]!;
  const inside = svg.slice(start.length, svg.lastIndexOf("</svg>")).replace(/<style>[^<]*<\/style>\n?/, "");
  return {
    viewBox: value("viewBox"),
    width: Number(value("width")),
    height: Number(value("height")),
    body: { markup: inside },
  };
}
