import type { Design } from "../../design/design.ts";
import type { Layout } from "../layout/layout.ts";
import { svgOf } from "../svg/drawing.ts";
import { sideBySide } from "../svg/side-by-side.ts";
import type { Theme } from "../svg/theme.ts";
import { waterfallSvg } from "../waterfall/waterfall-svg.ts";
import type { SizedFacts } from "./facts.ts";
import type { ViewName } from "./graph-of.ts";
import { waterfallOf } from "./waterfall-of.ts";

/** What a picture of a design is drawn from, beside its layout. */
export interface DesignPicture {
  readonly design: Design;
  readonly view: ViewName;
  readonly layout: Layout;
  readonly sized?: SizedFacts | undefined;
  readonly theme?: Theme | undefined;
}

/** A view as SVG; the request path has the waterfall of its budgets beside it, where there are budgets. */
export function designSvg({ design, view, layout, sized, theme = "auto" }: DesignPicture): string {
  const drawing = svgOf(layout, { theme });
  const waterfall = view === "request-path" ? waterfallOf(design, sized) : undefined;
  if (!waterfall) return drawing;
  return sideBySide(layout.title, [drawing, waterfallSvg(waterfall, { theme })], theme);
}
